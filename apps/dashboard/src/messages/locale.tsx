import { createContext, useContext, useEffect, type ReactNode } from 'react'
import { useI18n } from '@buy-locals/features/i18n'
import type { Locale } from '@buy-locals/values/locale'

type Change = (locale: Locale) => Promise<void>

const ChangeContext = createContext<Change>(async () => {})

/** Loads the texts of another locale and shows everything in it. */
export const useChangeLocale = () => useContext(ChangeContext)

export function LocaleProvider({ change, children }: { change: Change; children: ReactNode }) {
  const { locale } = useI18n()
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return <ChangeContext value={change}>{children}</ChangeContext>
}
