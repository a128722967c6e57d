import { useMemo } from 'react'
import { useI18n, translateFrom, type Translate as TranslateOf } from '@buy-locals/features/i18n'
import type { en } from './en'

type Catalogue = typeof en
export type Translate = TranslateOf<Catalogue>

const translatorForDashboard = translateFrom<Catalogue>('dashboard')

export function useT(): Translate {
  const i18n = useI18n()
  return useMemo(() => translatorForDashboard(i18n), [i18n])
}
