import { createContext, useContext, type ReactNode } from 'react'
import { createI18n, type I18n } from './i18n/i18n'

const I18nContext = createContext<I18n>(createI18n('en', { en: {} }))

export const useI18n = () => useContext(I18nContext)

export function I18nProvider({ i18n, children }: { i18n: I18n; children: ReactNode }) {
  return <I18nContext value={i18n}>{children}</I18nContext>
}
