import { loadLanguages } from '@buy-locals/features/messages/languages'

const languages = loadLanguages({
  en: async () => (await import('./texts-en')).english,
  es: async () => (await import('./texts-es')).spanish,
  british: async () => (await import('./texts-british')).british,
})

export const loadDashboardI18n = languages.load
export const dashboardI18n = languages.get
