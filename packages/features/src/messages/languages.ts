import { useMemo } from 'react'
import { spellBritish } from '@buy-locals/values/british'
import {
  languageOf,
  pseudoLocale,
  variantOf,
  type Language,
  type Locale,
  type Variant,
} from '@buy-locals/values/locale'
import {
  createI18n,
  translateFrom,
  useI18n,
  type Catalogue,
  type I18n,
  type PartialTranslation,
  type Translate,
  type Translation,
} from '../i18n'
import { mapTexts } from './map-texts'

/** Every language has each text of the English one; a variant has some. */
type Loaders<T> = Record<'en', () => Promise<T>> &
  Record<Exclude<Language, 'en'>, () => Promise<Translation<T>>> &
  Record<Variant, () => Promise<PartialTranslation<T>>>

/** Those of one language are loaded, by whoever reads it; a variant has only what it writes in another way. */
function loadLanguages<T extends Catalogue>(loaders: Loaders<T>) {
  const load = loaders as Record<Language | Variant, () => Promise<Catalogue>>
  const loaded = new Map<string, I18n>()

  async function make(locale: Locale): Promise<I18n> {
    const variant = variantOf(locale)
    const [texts, own] = await Promise.all([load[languageOf(locale)](), variant && load[variant]()])
    if (locale !== pseudoLocale)
      return createI18n(locale, variant === 'british' ? mapTexts(texts, spellBritish) : texts, own)
    const { pseudo } = await import('./pseudo')
    return createI18n(locale, pseudo(texts))
  }

  return {
    async load(locale: Locale): Promise<I18n> {
      const i18n = loaded.get(locale) ?? (await make(locale))
      loaded.set(locale, i18n)
      return i18n
    },
    /** What was loaded before. Where a page has failed before its language was known, any is better than none. */
    get(locale: string): I18n {
      const i18n = loaded.get(locale) ?? [...loaded.values()][0]
      if (!i18n) throw new Error(`The texts of ${locale} are not loaded`)
      return i18n
    },
  }
}

/** The texts of an app, and how its screens get its own of them: those in `namespace`. */
export function appTexts<T extends Catalogue, Name extends keyof T & string>(namespace: Name, loaders: Loaders<T>) {
  const translator: (i18n: I18n) => Translate<T[Name]> = translateFrom<T[Name]>(namespace)
  function useT(): Translate<T[Name]> {
    const i18n = useI18n()
    return useMemo(() => translator(i18n), [i18n])
  }
  return { ...loadLanguages(loaders), translator, useT }
}
