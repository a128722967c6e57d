import { createContext, useContext, type ReactNode } from 'react'
import { createInstance, type i18n as Translator } from 'i18next'
import { numberFormat } from '@buy-locals/values/number-format'
import { en as features } from './messages/en'

/** The locale decides how dates, money and distances are written, the translator in which language texts are. */
export type I18n = { locale: string; translator: Translator }

type Messages = { [key: string]: string | Messages }
type Singular<K extends string> = K extends `${infer Stem}_${'zero' | 'one' | 'other'}` ? Stem : K

/** 'open.until' and the like; all forms of a plural have one key. */
export type MessageKey<T> = {
  [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${MessageKey<T[K]>}`
}[keyof T & string]

export type Values = Record<string, string | number>
export type Translate<T extends Messages> = (key: MessageKey<T>, values?: Values) => string

/** The message catalogues of an app, by language and then by namespace. English has every message. */
export type Catalogues = { en: Record<string, Messages> } & Record<string, Record<string, Messages>>

export function createI18n(locale: string, catalogues: Catalogues): I18n {
  const translator = createInstance()
  const resources = { ...catalogues, en: { features, ...catalogues.en } }
  void translator.init({
    lng: locale,
    fallbackLng: 'en',
    resources,
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
      return values ? text.replaceAll(/{{(\w+)}}/g, (_, name: string) => write(locale, values[name])) : text
    }
  }

const plainNumber = numberFormat()

const write = (locale: string, value: Values[string] = '') =>
  typeof value === 'number' ? plainNumber(locale).format(value) : value

type Texts = (key: string, count: Values[string] | undefined) => string
const translated = new WeakMap<Translator, Texts>()

/** A page asks for hundreds of texts; each is looked for once. Which form a count takes depends on the count alone. */
function textsOf(translator: Translator): Texts {
  const existing = translated.get(translator)
  if (existing) return existing
  const translate = translator.t as (key: string, options: Record<string, unknown>) => string
  const plural = new Intl.PluralRules(translator.language)
  const found = new Map<string, string>()
  const texts: Texts = (key, count) => {
    const form = typeof count === 'number' ? (count === 0 ? 'zero' : plural.select(count)) : ''
    const text = found.get(key + form) ?? translate(key, { skipInterpolation: true, ...(form && { count }) })
    found.set(key + form, text)
    return text
  }
  translated.set(translator, texts)
  return texts
}

export const translatorForFeatures = translateFrom<typeof features>('features')

const I18nContext = createContext<I18n>(createI18n('en', { en: {} }))

export const useI18n = () => useContext(I18nContext)

export function I18nProvider({ i18n, children }: { i18n: I18n; children: ReactNode }) {
  return <I18nContext value={i18n}>{children}</I18nContext>
}
