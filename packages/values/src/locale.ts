/** A language in which there is every text: of the site, the dashboard and the mails. The compiler asks each of them for the catalogue of a language that is added. */
export type Language = 'en' | 'es'

/** Texts that replace some of a language's where it is written in another way. */
export type Variant = 'british'

type Description = { language: Language; variant?: Variant; currency: string; name: string }

/** The ways of writing that we know, each with the currency of where it is usual, and its own name. The first is for everybody else. */
const descriptions = {
  'en-US': { language: 'en', currency: 'USD', name: 'English (US)' },
  'en-AU': { language: 'en', variant: 'british', currency: 'AUD', name: 'English (Australia)' },
  'en-CA': { language: 'en', currency: 'CAD', name: 'English (Canada)' },
  'en-GB': { language: 'en', variant: 'british', currency: 'GBP', name: 'English (UK)' },
  'en-IE': { language: 'en', variant: 'british', currency: 'EUR', name: 'English (Ireland)' },
  'en-IN': { language: 'en', variant: 'british', currency: 'INR', name: 'English (India)' },
  'en-NZ': { language: 'en', variant: 'british', currency: 'NZD', name: 'English (New Zealand)' },
  'en-ZA': { language: 'en', variant: 'british', currency: 'ZAR', name: 'English (South Africa)' },
  'es-US': { language: 'es', currency: 'USD', name: 'Español (EE. UU.)' },
  'es-ES': { language: 'es', currency: 'EUR', name: 'Español (España)' },
  'es-MX': { language: 'es', currency: 'MXN', name: 'Español (México)' },
} as const satisfies Record<string, Description>

export type Locale = keyof typeof descriptions | typeof pseudoLocale

/** English with accents and longer, in brackets: what stands outside them came from no catalogue. It is offered to nobody. */
export const pseudoLocale = 'en-XA'

const all = Object.keys(descriptions) as (keyof typeof descriptions)[]
export const allLocales: readonly Locale[] = [...all, pseudoLocale]
export const standardLocale = 'en-US' satisfies Locale

/** What a reader is offered to choose. */
export const offeredLocales: readonly Locale[] = ['en-US', 'en-GB', 'es-US']

const find = (locale: Locale): Description => descriptions[locale === pseudoLocale ? standardLocale : locale]

export const languageOf = (locale: Locale): Language => find(locale).language
export const variantOf = (locale: Locale): Variant | undefined => find(locale).variant
/** Whoever speaks the language in another way than ours gets the first of it. */
export const isFirstOfLanguage = (locale: Locale): boolean => firstOf(languageOf(locale)) === locale
/** In the language itself, for whoever is looking for it. */
export const nameOfLocale = (locale: Locale): string => find(locale).name

/** A locale that somebody has chosen, in a cookie or an account; undefined where it is none of ours. */
export const knownLocale = (tag: string | undefined): Locale | undefined =>
  allLocales.find((locale) => locale.toLowerCase() === tag?.toLowerCase())

/** That of a market, for readers whose language we do not have. */
export const localeOfCurrency = (currency: string | undefined): Locale =>
  all.find((locale) => descriptions[locale].currency === currency) ?? standardLocale

/** What the reader prefers of what we have: never the reader's own words, which would be keys of what the server keeps in memory. */
export const negotiateLocale = (acceptLanguage: string | undefined, otherwise: Locale = standardLocale): Locale =>
  preferredLocale(acceptLanguage) ?? otherwise

/** Undefined where the reader has named no language of ours. */
export function preferredLocale(acceptLanguage: string | undefined): Locale | undefined {
  const preferred = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', quality = 'q=1'] = entry.trim().split(';')
      return { tag: tag.toLowerCase().split('-'), quality: Number(quality.trim().slice(2)) }
    })
    .filter(({ tag: [language = ''], quality }) => quality > 0 && firstOf(language) !== undefined)
    .toSorted((a, b) => b.quality - a.quality)[0]
  const [language = '', ...subtags] = preferred?.tag ?? []
  const candidates = subtags.map((subtag) => `${language}-${subtag.toUpperCase()}`)
  return candidates.map((tag) => all.find((locale) => locale === tag)).find(Boolean) ?? firstOf(language)
}

const firstOf = (language: string) => all.find((locale) => locale === language || locale.startsWith(`${language}-`))
