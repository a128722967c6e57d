import { useCallback } from 'react'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { format, type Money } from '@buy-locals/values/money'

/** An amount in the reader's way of writing, with its currency. */
export function usePrice(): (money: Money) => string {
  const { locale } = useSpeech()
  return useCallback((money: Money) => format(money, locale), [locale])
}
