import { data } from 'react-router'
import { Refusal } from '@buy-locals/api-client/refusal'

/** A refusal of the API becomes the page's own status; anything else is our own fault. */
export function throwPageError(error: unknown): never {
  const isMissing = error instanceof Refusal && (error.status === 404 || error.code === 'invalid-request')
  throw isMissing ? data(undefined, { status: 404 }) : error
}

/** Nothing, where it is not there or not the visitor's to see. */
export function ignoreHidden(error: unknown): undefined {
  if (error instanceof Refusal && [401, 403, 404, 422].includes(error.status)) return undefined
  throw error
}
