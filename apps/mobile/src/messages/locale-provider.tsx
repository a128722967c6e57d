import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react'
import { I18nProvider, type I18n } from '@buy-locals/features/i18n'
import type { Locale } from '@buy-locals/values/locale'
import { useDeviceLocale } from './device-locale'
import { loadMobileI18n } from './mobile-i18n'

type Show = (locale: Locale) => Promise<void>

const ShowContext = createContext<Show>(async () => {})

/** Loads the texts of another locale and shows everything in it. */
export const useShowLocale = () => useContext(ShowContext)

/** Nothing is shown until the texts are there, which come with the app. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const [i18n, setI18n] = useState<I18n>()
  const show = useCallback((locale: Locale) => loadMobileI18n(locale).then(setI18n), [])
  const locale = useDeviceLocale()
  useEffect(() => void show(locale), [show, locale])
  if (!i18n) return null
  return (
    <ShowContext value={show}>
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    </ShowContext>
  )
}
