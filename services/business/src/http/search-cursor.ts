import { createHash } from 'node:crypto'
import { z } from 'zod'
import { readCursor, writeCursor } from '@buy-locals/service-kit/cursor'
import { id } from '@buy-locals/values/ids'
import type { PagePosition } from '../persistence/search.ts'

/** The cursor of another search is no position in the results of this one. */
const fingerprint = (query: object): string =>
  createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 10)

export const writeSearchCursor = (query: object, position: PagePosition): string =>
  writeCursor([fingerprint(query), position.key, position.id])

export function readSearchCursor(query: object, cursor: string | undefined): PagePosition | undefined {
  if (cursor === undefined) return undefined // most searches: to make the shape takes longer than to read all else of the query
  const position = z.tuple([z.literal(fingerprint(query)), z.number(), id('business')])
  const [, key, businessId] = readCursor(position, cursor) ?? []
  return key === undefined || businessId === undefined ? undefined : { key, id: businessId }
}
