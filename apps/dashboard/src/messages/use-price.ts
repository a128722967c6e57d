import { useCallback } from 'react'
import { useI18n } from '@buy-locals/features/i18n'
import { format, type Money } from '@buy-locals/values/money'

/** An amount in the reader's way of writing, with its currency. */
export function usePrice(): (money: Money) => string {
  const { locale } = useI18n()
  return useCallback((money: Money) => format(money, locale), [locale])
}
