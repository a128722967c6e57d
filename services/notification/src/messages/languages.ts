import {
  knownLocale,
  languageOf,
  negotiateLocale,
  pseudoLocale,
  variantOf,
  type Language,
  type Locale,
} from '@buy-locals/values/locale'
import { toBritish } from './british.ts'
import { toPseudo } from './pseudo.ts'

/** In which a message is written. The pseudo-locale is nobody's unless they have chosen it. */
export const localeOf = (preferred: string): Locale => knownLocale(preferred) ?? negotiateLocale(preferred)

/** What the language of a locale says; in the pseudo-locale what English says, in brackets. */
export function textsIn<T>(languages: Record<Language, T>, locale: Locale): T {
  if (locale === pseudoLocale) return toPseudo(languages.en)
  const texts = languages[languageOf(locale)]
  return variantOf(locale) === 'british' ? toBritish(texts) : texts
}
