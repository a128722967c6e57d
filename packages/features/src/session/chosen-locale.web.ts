import { cookieNames } from '@buy-locals/contracts/cookies'
import { knownLocale, preferredLocale, standardLocale, type Locale } from '@buy-locals/values/locale'

const aYear = 365 * 24 * 3600

/** For this browser, also while nobody is signed in. The server reads it when it makes a page. */
export function rememberLocale(locale: Locale): void {
  document.cookie = `${cookieNames.locale}=${locale}; Path=/; Max-Age=${aYear}; SameSite=Lax`
}

/** What was chosen in this browser, or else what it prefers. */
export function localeOfBrowser(): Locale {
  const chosen = new RegExp(`(?:^|; )${cookieNames.locale}=([^;]*)`).exec(document.cookie)?.[1]
  return knownLocale(chosen) ?? preferredLocale(navigator.languages.join(',')) ?? standardLocale
}
