import { appTexts } from '@buy-locals/features/messages/languages'

/** On the server all are loaded once; a browser loads the one of its page. */
export const {
  load: loadSiteI18n,
  get: siteI18n,
  translator: translatorForSite,
  useT,
} = appTexts('site', {
  en: async () => (await import('./texts-en')).english,
  es: async () => (await import('./texts-es')).spanish,
  british: async () => (await import('./texts-british')).british,
})
