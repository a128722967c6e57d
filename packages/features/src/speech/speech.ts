import { createInstance, type i18n as Translator } from 'i18next'
import { en as business } from '../words/en'

/** How one reader is spoken to: `locale` for the writing of dates, money and distances, the translator for words. */
export type Speech = { locale: string; translator: Translator }

type Text = { [key: string]: string | Text }
type Singular<K extends string> = K extends `${infer Stem}_${'zero' | 'one' | 'other'}` ? Stem : K

/** 'open.until' and the like; the forms of a plural are one key. */
export type KeyOf<T> = {
  [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${KeyOf<T[K]>}`
}[keyof T & string]

export type Values = Record<string, string | number>
export type Say<T extends Text> = (key: KeyOf<T>, values?: Values) => string

/** Each app brings catalogues of its own, by language and then by namespace. English has every word. */
export type Catalogues = { en: Record<string, Text> } & Record<string, Record<string, Text>>

export function speechOf(locale: string, catalogues: Catalogues): Speech {
  const translator = createInstance()
  const resources = { ...catalogues, en: { business, ...catalogues.en } }
  void translator.init({
    lng: locale,
    fallbackLng: 'en',
    resources,
    defaultNS: 'business',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return { locale, translator }
}

export const sayFrom =
  <T extends Text>(namespace: string) =>
  ({ translator }: Speech): Say<T> => {
    const translate = translator.t as (key: string, values: Values) => string
    return (key, values = {}) => translate(`${namespace}:${key}`, values)
  }

export const says = sayFrom<typeof business>('business')
