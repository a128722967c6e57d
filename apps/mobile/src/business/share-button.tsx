import { Button } from '@buy-locals/ui/button'
import { useToast } from '@buy-locals/ui/toast'
import { useT } from '../messages/mobile-i18n'
import { pageUrl } from '../server/server-url'
import { share } from './share'
import type { ShownBusiness } from './shown-business'

/** The address of its page on the site, for whoever has no app. */
export function ShareButton({ business: { name, slug } }: { business: ShownBusiness }) {
  const t = useT()
  const showToast = useToast()
  async function send() {
    const outcome = await share(name, pageUrl(`/b/${slug}`))
    if (outcome === 'copied') showToast({ tone: 'success', text: t('place.linkCopied') })
  }
  return <Button tone="secondary" icon="share-2" label={t('place.share')} onPress={() => void send()} />
}
