import { createHash } from 'node:crypto'
import { z } from 'zod'
import { searchText } from '@buy-locals/contracts/shapes'
import { maxSearchText } from '@buy-locals/contracts/business/shapes'
import { readCursor, writeCursor } from '@buy-locals/service-kit/cursor'
import { id } from '@buy-locals/values/ids'
import type { PagePosition } from '../persistence/search.ts'

/** The cursor of another search is no position in the results of this one. */
const fingerprint = (query: object): string =>
  createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 10)

type Cursor = { after?: PagePosition | undefined; as?: string | undefined }

/** With how the query was read, which the next pages keep. */
export const writeSearchCursor = (query: object, { tier, key, id }: PagePosition, as?: string): string =>
  writeCursor([fingerprint(query), tier, key, id, as ?? null])

export function readSearchCursor(query: object, cursor: string | undefined): Cursor {
  if (cursor === undefined) return {} // most searches: to make the shape takes longer than to read all else of the query
  const shape = z.tuple([z.literal(fingerprint(query)), z.int().min(-1).max(2), z.number(), id('business'), searchText(maxSearchText).nullable()]) // prettier-ignore
  const [, tier, key, businessId, as] = readCursor(shape, cursor) ?? []
  if (tier === undefined || key === undefined || businessId === undefined) return {}
  return { after: { tier, key, id: businessId }, as: as ?? undefined }
}
