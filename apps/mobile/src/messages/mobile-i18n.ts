import { appTexts } from '@buy-locals/features/messages/languages'
import type { I18n } from '@buy-locals/features/i18n'
import type { Locale } from '@buy-locals/values/locale'
import { loadIntl } from '../intl/load-intl'

const texts = appTexts('mobile', {
  en: async () => (await import('./texts-en')).english,
  es: async () => (await import('./texts-es')).spanish,
  british: async () => (await import('./texts-british')).british,
})

export const { useT } = texts

export async function loadMobileI18n(locale: Locale): Promise<I18n> {
  await loadIntl(locale)
  return texts.load(locale)
}
