import { useCallback } from 'react'
import { useI18n } from '../i18n'
import { errorText, fieldErrors } from './error-text'

export function useErrorText(): (error: unknown, marked?: readonly string[]) => string {
  const i18n = useI18n()
  return useCallback((error: unknown, marked?: readonly string[]) => errorText(i18n, error, marked), [i18n])
}

/** By the name of the field. */
export function useFieldErrors(): (error: unknown) => Record<string, string> {
  const i18n = useI18n()
  return useCallback((error: unknown) => fieldErrors(i18n, error), [i18n])
}
