import { TextLink } from '@buy-locals/ui/text-link'
import { Text } from '@buy-locals/ui/text'
import { useSite } from './use-site'
import { useT } from '../messages/site-i18n'

export function Footer() {
  const t = useT()
  const site = useSite()
  return (
    <footer className="footer">
      <div className="footer-line">
        <nav aria-label={t('site.footer')}>
          <TextLink size="small" label={t('site.addBusiness')} href="/add-business" />
          <TextLink size="small" label={t('site.credits')} href="/credits" />
          <TextLink size="small" label={t('site.terms')} href="/terms" />
          <TextLink size="small" label={t('site.privacy')} href="/privacy" />
        </nav>
        {site?.demonstration && (
          <Text size="small" tone="quiet">
            {t('site.demonstration')}
          </Text>
        )}
      </div>
    </footer>
  )
}
