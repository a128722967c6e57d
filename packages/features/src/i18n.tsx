import { createContext, useContext, type ReactNode } from 'react'
import { createInstance, type i18n as Translator } from 'i18next'
import { pseudoLocale } from '@buy-locals/values/locale'
import { numberFormat } from '@buy-locals/values/number-format'
import type { en } from './messages/en'

/** The locale decides how dates, money and distances are written, the translator in which language texts are. */
export type I18n = { locale: string; translator: Translator }

export type Messages = { [key: string]: string | Messages }
type Singular<K extends string> = K extends `${infer Stem}_${'zero' | 'one' | 'other'}` ? Stem : K

/** 'open.until' and the like; all forms of a plural have one key. */
export type MessageKey<T> = {
  [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${MessageKey<T[K]>}`
}[keyof T & string]

export type Values = Record<string, string | number>
export type Translate<T extends Messages> = (key: MessageKey<T>, values?: Values) => string

/** Texts by their namespace. */
export type Catalogue = Record<string, Messages>

/** What a translation has: every text of the English one, and no other. */
export type Translation<T> = { [K in keyof T]: T[K] extends string ? string : Translation<T[K]> }
export type PartialTranslation<T> = { [K in keyof T]?: T[K] extends string ? string : PartialTranslation<T[K]> }

/** The texts of a language, and those that a locale has in another way. */
export function createI18n(locale: string, texts: Catalogue, ownTexts: Catalogue = {}): I18n {
  const translator = createInstance()
  void translator.init({
    lng: locale,
    fallbackLng: 'texts',
    resources: { texts, [locale]: ownTexts },
    defaultNS: 'features',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return { locale, translator }
}

export const translateFrom =
  <T extends Messages>(namespace: string) =>
  ({ translator, locale }: I18n): Translate<T> => {
    const texts = textsOf(translator)
    return (key, values) => {
      const text = texts(`${namespace}:${key}`, values?.['count'])
      if (!text.includes('{{')) return text
      return text.replaceAll(/{{(\w+)}}(\.?)/g, (_, name: string, stop: string) =>
        endWith(write(locale, values?.[name], `{{${name}}}`), stop),
      )
    }
  }

const plainNumber = numberFormat()

/** A value that is not given leaves nothing, and the gap itself where tests look for it. */
const write = (locale: string, value: Values[string] | undefined, gap: string) =>
  typeof value === 'number' ? plainNumber(locale).format(value) : (value ?? (locale === pseudoLocale ? gap : ''))

/** An abbreviation ends the sentence with its own full stop: "hasta las 3:00 p.m.", "at Smith Inc." */
const endWith = (value: string, stop: string) => (value.endsWith('.') ? value : value + stop)

type Texts = (key: string, count: Values[string] | undefined) => string
const translated = new WeakMap<Translator, Texts>()

/** A page asks for hundreds of texts; each is looked for once. Which form a count takes depends on the count alone. */
function textsOf(translator: Translator): Texts {
  const existing = translated.get(translator)
  if (existing) return existing
  const translate = translator.t as (key: string, options: Record<string, unknown>) => string
  /** A form that no text has, like that of a million in Spanish, is as good as the usual one. */
  const keyOf = (key: string, form: string) =>
    [`${key}_${form}`, `${key}_other`].find((each) => form && translator.exists(each)) ?? key
  const plural = new Intl.PluralRules(translator.language)
  const found = new Map<string, string>()
  const texts: Texts = (key, count) => {
    const form = typeof count === 'number' ? (count === 0 ? 'zero' : plural.select(count)) : ''
    const text = found.get(key + form) ?? translate(keyOf(key, form), { skipInterpolation: true })
    found.set(key + form, text)
    return text
  }
  translated.set(translator, texts)
  return texts
}

export const translatorForFeatures = translateFrom<typeof en>('features')

const I18nContext = createContext<I18n | undefined>(undefined)

export function useI18n(): I18n {
  const i18n = useContext(I18nContext)
  if (!i18n) throw new Error('There are no texts outside I18nProvider')
  return i18n
}

export function I18nProvider({ i18n, children }: { i18n: I18n; children: ReactNode }) {
  return <I18nContext value={i18n}>{children}</I18nContext>
}
