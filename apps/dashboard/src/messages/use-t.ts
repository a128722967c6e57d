import { useMemo, useCallback } from 'react'
import { useI18n, translateFrom, type Translate as TranslateOf } from '@buy-locals/features/i18n'
import { format, type Money } from '@buy-locals/values/money'
import type { en } from './en'

type Catalogue = typeof en
export type Translate = TranslateOf<Catalogue>

const translatorForDashboard = translateFrom<Catalogue>('dashboard')

export function useT(): Translate {
  const i18n = useI18n()
  return useMemo(() => translatorForDashboard(i18n), [i18n])
}

/** An amount in the reader's way of writing, with its currency. */
export function useFormatMoney(): (money: Money) => string {
  const { locale } = useI18n()
  return useCallback((money: Money) => format(money, locale), [locale])
}
