import { translateFrom, createI18n, type Translate, type I18n, useI18n } from '@buy-locals/features/i18n'
import { en } from './en'

const i18nByLocale = new Map<string, I18n>()

export function siteI18n(locale: string): I18n {
  const i18n = i18nByLocale.get(locale) ?? createI18n(locale, { en: { site: en } })
  i18nByLocale.set(locale, i18n)
  return i18n
}

export const translatorForSite: (i18n: I18n) => Translate<typeof en> = translateFrom<typeof en>('site')

export const useT = () => translatorForSite(useI18n())
