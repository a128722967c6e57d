import { TextLink } from '@buy-locals/ui/text-link'
import { Text } from '@buy-locals/ui/text'
import { useSite } from './use-site'
import { useT } from '../messages/site-i18n'
import { LanguageChoice } from './language-choice'
import styles from './footer.module.css'

export function Footer() {
  const t = useT()
  const site = useSite()
  return (
    <footer className={styles.footer}>
      <div className={styles.line}>
        <nav aria-label={t('site.footer')}>
          <TextLink size="small" label={t('site.addBusiness')} href="/add-business" />
          <TextLink size="small" label={t('site.help')} href="/help" />
          <TextLink size="small" label={t('site.credits')} href="/credits" />
          <TextLink size="small" label={t('site.terms')} href="/terms" />
          <TextLink size="small" label={t('site.privacy')} href="/privacy" />
          {site?.hasImprint && <TextLink size="small" label={t('legal.imprintTitle')} href="/imprint" />}
        </nav>
        <LanguageChoice />
        {site?.demonstration && (
          <Text size="small" tone="quiet">
            {t('site.demonstration')}
          </Text>
        )}
      </div>
    </footer>
  )
}
