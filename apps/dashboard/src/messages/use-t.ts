import { useCallback } from 'react'
import { useI18n } from '@buy-locals/features/i18n'
import { format, type Money } from '@buy-locals/values/money'
import { useT } from './dashboard-i18n'

export { useT }
export type Translate = ReturnType<typeof useT>

/** An amount in the reader's way of writing, with its currency. */
export function useFormatMoney(): (money: Money) => string {
  const { locale } = useI18n()
  return useCallback((money: Money) => format(money, locale), [locale])
}
