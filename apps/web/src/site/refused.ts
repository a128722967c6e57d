import { data } from 'react-router'
import type { Refusal } from '@buy-locals/api-client/refusal'

/** The API's refusal of something a loader asked. Server and pages are built apart, each with a class of its own: the name tells. */
export const refusalIn = (error: unknown): Refusal | undefined =>
  error instanceof Error && error.name === 'Refusal' ? (error as Refusal) : undefined

/** A refusal of the API becomes the page's own status; anything else is our own fault. */
export function asPageError(error: unknown): never {
  const refusal = refusalIn(error)
  if (refusal?.status === 404 || refusal?.code === 'invalid-request') throw data(undefined, { status: 404 })
  throw error
}

/** Nothing, where it is not there or not the visitor's to see. */
export function asClosed(error: unknown): undefined {
  if ([401, 403, 404, 422].includes(refusalIn(error)?.status ?? 500)) return undefined
  throw error
}
