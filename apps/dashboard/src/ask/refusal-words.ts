import { useCallback } from 'react'
import { useI18n } from '@buy-locals/features/i18n-provider'
import { wordsOf } from '@buy-locals/features/messages/refusal-words'

export function useRefusalWords(): (error: unknown) => string {
  const i18n = useI18n()
  return useCallback((error: unknown) => wordsOf(i18n, error), [i18n])
}
