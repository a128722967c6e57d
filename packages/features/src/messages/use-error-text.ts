import { useCallback } from 'react'
import { useI18n } from '../i18n'
import { errorText } from './error-text'

export function useErrorText(): (error: unknown) => string {
  const i18n = useI18n()
  return useCallback((error: unknown) => errorText(i18n, error), [i18n])
}
