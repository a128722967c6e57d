import { translateFrom, useI18n, type I18n, type Translate } from '@buy-locals/features/i18n'
import { loadLanguages } from '@buy-locals/features/messages/languages'
import type { en } from './en'

const languages = loadLanguages({
  en: async () => (await import('./texts-en')).english,
  es: async () => (await import('./texts-es')).spanish,
  british: async () => (await import('./texts-british')).british,
})

/** On the server all are loaded once; a browser loads the one of its page. */
export const loadSiteI18n = languages.load
export const siteI18n = languages.get

export const translatorForSite: (i18n: I18n) => Translate<typeof en> = translateFrom<typeof en>('site')

export const useT = () => translatorForSite(useI18n())
