import type { z } from 'zod'
import { id, type Id, type IdKind } from '@buy-locals/values/ids'
import { invalid } from '@buy-locals/contracts/problem'

/** Of a list that is sorted by ids: its cursor is the last id of the page before. */
export function readIdCursor<K extends IdKind>(kind: K, cursor: string | undefined): Id<K> | undefined {
  return cursor === undefined ? undefined : parsePosition(id(kind), cursor)
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

/** Of a list that is sorted by more than ids: where its page ended, as JSON in base64url. */
export const writeCursor = (position: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

/** Parsed like any other input, because a client may have made it up. */
export function readCursor<T extends z.ZodType>(position: T, cursor: string | undefined): z.output<T> | undefined {
  return cursor === undefined
    ? undefined
    : parsePosition(position, parseJson(Buffer.from(cursor, 'base64url').toString()))
}

function parsePosition<T extends z.ZodType>(position: T, input: unknown): z.output<T> {
  const parsed = position.safeParse(input)
  if (parsed.success) return parsed.data
  throw invalid({ pointer: '/query/cursor', detail: 'take it from nextCursor', code: 'unusable' })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
