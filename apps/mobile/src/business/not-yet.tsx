import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Notice } from '@buy-locals/ui/notice'
import { TextLink } from '@buy-locals/ui/text-link'
import { useT } from '../messages/mobile-i18n'
import { siteLink } from '../server/server-url'
import type { ShownBusiness } from './shown-business'

/** Of a page that nobody looks after; whoever owns it can claim it on the site. */
export function NotYet({ business: { slug, status, claimed } }: { business: ShownBusiness }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  if (claimed || status !== 'published') return null
  return (
    <Notice
      tone="info"
      title={tFeatures('find.notYet')}
      text={t('place.notYetText')}
      action={<TextLink external label={tFeatures('business.claim')} href={siteLink(`/b/${slug}/claim`)} />}
    />
  )
}
