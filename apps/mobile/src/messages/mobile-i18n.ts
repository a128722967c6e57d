import { appTexts } from '@buy-locals/features/messages/languages'

export const {
  load: loadMobileI18n,
  get: mobileI18n,
  useT,
} = appTexts('mobile', {
  en: async () => (await import('./texts-en')).english,
  es: async () => (await import('./texts-es')).spanish,
  british: async () => (await import('./texts-british')).british,
})
