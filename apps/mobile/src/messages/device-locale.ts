import { getLocales } from 'expo-localization'
import { preferredLocale, standardLocale, type Locale } from '@buy-locals/values/locale'

/** What the phone is set to, as far as we have it. */
export const deviceLocale = (): Locale =>
  preferredLocale(
    getLocales()
      .map(({ languageTag }) => languageTag)
      .join(','),
  ) ?? standardLocale
