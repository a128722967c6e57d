import { appTexts } from '@buy-locals/features/messages/languages'

export const {
  load: loadDashboardI18n,
  get: dashboardI18n,
  useT,
} = appTexts('dashboard', {
  en: async () => (await import('./texts-en')).english,
  es: async () => (await import('./texts-es')).spanish,
  british: async () => (await import('./texts-british')).british,
})
