import {
  knownLocale,
  languageOf,
  negotiateLocale,
  pseudoLocale,
  type Language,
  type Locale,
} from '@buy-locals/values/locale'
import { toPseudo } from './pseudo.ts'

/** In which a message is written. The pseudo-locale is nobody's unless they have chosen it. */
export const localeOf = (preferred: string): Locale => knownLocale(preferred) ?? negotiateLocale(preferred)

/** What the language of a locale says; in the pseudo-locale what English says, in brackets. */
export const textsIn = <T>(languages: Record<Language, T>, locale: Locale): T =>
  locale === pseudoLocale ? toPseudo(languages.en) : languages[languageOf(locale)]
