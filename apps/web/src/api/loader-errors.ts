import { data } from 'react-router'
import { Refusal } from '@buy-locals/api-client/refusal'

/** A refusal of the API becomes the page's own status; anything else is our own fault. */
export function throwPageError(error: unknown): never {
  const isMissing = error instanceof Refusal && (error.status === 404 || error.code === 'invalid-request')
  throw isMissing ? data(undefined, { status: 404 }) : error
}

/** The page at the cursor of an address; the first one where there is no cursor, or one that cannot be read. */
export async function loadFrom<T>(cursor: string | null, load: (cursor?: string) => Promise<T>): Promise<T> {
  if (!cursor) return load()
  return load(cursor).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'invalid-request') return load()
    throw error
  })
}
