import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form'
import { fieldErrors } from '@buy-locals/features/messages/error-text'

/** Puts what the server says against single lines to those lines; true where there was something to put. */
export function takeRefusal<V extends FieldValues>(setError: UseFormSetError<V>, error: unknown): boolean {
  const wrong = Object.entries(fieldErrors(error))
  wrong.forEach(([name, message], at) => setError(name as FieldPath<V>, { message }, { shouldFocus: at === 0 }))
  return wrong.length > 0
}
