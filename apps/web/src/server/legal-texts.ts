import { languageOf, type Locale } from '@buy-locals/values/locale'

/** What the operator has written; its version is stored with whoever accepts it. */
export type LegalText = { title: string; html: string; version: string }

/** By name, and in other languages by name and language, as `terms.es`. */
export type LegalTexts = ReadonlyMap<string, LegalText>

export const findLegalText = (
  texts: LegalTexts | undefined,
  name: 'imprint' | 'terms' | 'privacy',
  locale: Locale,
): LegalText | undefined => texts?.get(`${name}.${languageOf(locale)}`) ?? texts?.get(name)
