import { id, type Id, type IdKind } from '@buy-locals/values/ids'
import { invalid } from './request-input.ts'

/** Of a list that is sorted by ids: its cursor is the last id of the page before. */
export function readIdCursor<K extends IdKind>(kind: K, cursor: string | undefined): Id<K> | undefined {
  if (cursor === undefined) return undefined
  const parsed = id(kind).safeParse(cursor)
  if (parsed.success) return parsed.data
  throw invalid({ pointer: '/query/cursor', detail: 'take it from nextCursor' })
}

/** One more than `limit` was looked up, which tells whether there is a next page. */
export function toPage<T extends { id: string }>(
  found: readonly T[],
  limit: number,
): { items: T[]; nextCursor?: string } {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, ...(found.length > limit && last && { nextCursor: last.id }) }
}
