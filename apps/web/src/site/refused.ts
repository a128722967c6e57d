import { data } from 'react-router'
import { Refusal } from '@buy-locals/api-client/refusal'

/** A refusal of the API becomes the page's own status; anything else is our own fault. */
export function asPageError(error: unknown): never {
  if (error instanceof Refusal && (error.status === 404 || error.code === 'invalid-request')) {
    throw data(undefined, { status: 404 })
  }
  throw error
}
