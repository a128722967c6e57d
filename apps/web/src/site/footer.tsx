import { TextLink } from '@buy-locals/ui/text-link'
import { Text } from '@buy-locals/ui/text'
import { useSite } from './use-site'
import { useSay } from '../words/say'

export function Footer() {
  const say = useSay()
  const site = useSite()
  return (
    <footer className="footer">
      <div className="footer-line">
        <nav aria-label={say('site.footer')}>
          <TextLink size="small" label={say('site.addBusiness')} href="/add-business" />
          <TextLink size="small" label={say('site.credits')} href="/credits" />
          <TextLink size="small" label={say('site.terms')} href="/terms" />
          <TextLink size="small" label={say('site.privacy')} href="/privacy" />
        </nav>
        {site?.demonstration && (
          <Text size="small" tone="quiet">
            {say('site.demonstration')}
          </Text>
        )}
      </div>
    </footer>
  )
}
