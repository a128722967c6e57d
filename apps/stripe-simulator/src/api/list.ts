import { invalidRequest, resourceMissing } from './error.ts'

export type Page<T> = { object: 'list'; data: T[]; has_more: boolean; url: string }

export type Cursor = { limit?: number; starting_after?: string; ending_before?: string }

/** `all` is newest first. */
export function paginate<T extends { id: string }>(all: T[], cursor: Cursor, url: string): Page<T> {
  const limit = cursor.limit ?? 10
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalidRequest('This value must be between 1 and 100 (inclusive).', {
      code: 'parameter_invalid_integer',
      param: 'limit',
    })
  }
  if (cursor.starting_after !== undefined && cursor.ending_before !== undefined) {
    throw invalidRequest('You cannot specify both `starting_after` and `ending_before`.')
  }
  const at = (name: 'starting_after' | 'ending_before') => {
    const index = all.findIndex(({ id }) => id === cursor[name])
    if (index < 0) throw resourceMissing('object', cursor[name] ?? '', name)
    return index
  }
  if (cursor.ending_before !== undefined) {
    const end = at('ending_before')
    const start = Math.max(0, end - limit)
    return { object: 'list', data: all.slice(start, end), has_more: start > 0, url }
  }
  const start = cursor.starting_after === undefined ? 0 : at('starting_after') + 1
  return { object: 'list', data: all.slice(start, start + limit), has_more: all.length > start + limit, url }
}

export type CreatedRange = { gt?: number; gte?: number; lt?: number; lte?: number }

export function wasCreatedIn(range: CreatedRange | number | undefined): (object: { created?: number }) => boolean {
  if (range === undefined) return () => true
  if (typeof range === 'number') return ({ created }) => created === range
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range
  return ({ created = 0 }) => created > gt && created >= gte && created < lt && created <= lte
}
