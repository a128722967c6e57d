import { getLocales, useLocales } from 'expo-localization'
import { keep, readKept } from '@buy-locals/client/stored-text'
import { knownLocale, preferredLocale, standardLocale, type Locale } from '@buy-locals/values/locale'

/** Under this name the phone keeps what was chosen. */
export const localeName = 'locale'

export const rememberLocale = (locale: Locale): void => keep(localeName, locale)

/** What was chosen in the app, or else what the phone is set to, as far as we have it. */
export const deviceLocale = (): Locale =>
  knownLocale(readKept(localeName)) ??
  preferredLocale(
    getLocales()
      .map(({ languageTag }) => languageTag)
      .join(','),
  ) ??
  standardLocale

/** Follows the phone's settings while the app runs. */
export function useDeviceLocale(): Locale {
  useLocales()
  return deviceLocale()
}
