import { useLocation } from 'react-router'
import { useI18n } from '@buy-locals/features/i18n'
import { useErrorText } from '@buy-locals/features/messages/use-error-text'
import { rememberLocale } from '@buy-locals/features/session/chosen-locale'
import {
  languageOf,
  nameOfLocale,
  knownLocale,
  offeredLocales,
  standardLocale,
  type Locale,
} from '@buy-locals/values/locale'
import { useToast } from '@buy-locals/ui/toast'
import { useT } from '../messages/site-i18n'
import { pathInLanguage } from './path-in-language'
import { useSite } from './use-site'
import styles from './language-choice.module.css'

/** The page in another language. The choice is kept for this browser, and with the account of whoever is signed in. */
export function LanguageChoice() {
  const t = useT()
  const current = knownLocale(useI18n().locale) ?? standardLocale
  const me = useSite()?.me
  const showToast = useToast()
  const describeError = useErrorText()
  const { pathname, search } = useLocation()

  async function choose(locale: Locale) {
    rememberLocale(locale)
    if (me) await saveToAccount(locale)
    window.location.assign(pathInLanguage(pathname + search, undefined))
  }
  const showError = (error: unknown) => showToast({ tone: 'danger', text: describeError(error) })
  return (
    <div role="group" aria-label={t('site.language')} className={styles.languages}>
      {[...new Set([...offeredLocales, current])].map((locale) => (
        <a
          key={locale}
          href={pathInLanguage(pathname + search, locale)}
          hrefLang={locale}
          lang={languageOf(locale)}
          aria-current={locale === current ? 'true' : undefined}
          onClick={(event) => {
            event.preventDefault()
            void choose(locale).catch(showError)
          }}
        >
          {nameOfLocale(locale)}
        </a>
      ))}
    </div>
  )
}

async function saveToAccount(locale: Locale): Promise<void> {
  const [{ changeMe }, { callApi }] = await Promise.all([
    import('@buy-locals/contracts/auth/operations'),
    import('../api/call-api'),
  ])
  await callApi(changeMe, { body: { locale } })
}
