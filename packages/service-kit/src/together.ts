import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Kysely } from 'kysely'

/**
 * What is called many times at the same moment, or within so many milliseconds, as one statement: `all` returns a
 * result for each, in order, or nothing. Where it fails each is tried alone, so that one that cannot be done spoils no
 * other: `all` must bear the same call twice.
 */
export function together<DB, T, R>(
  all: (db: Kysely<DB>, each: readonly T[]) => Promise<readonly R[] | void>,
  withinMs = 0,
): (db: Kysely<DB>, one: T) => Promise<R> {
  type Batch = { each: T[]; results: Promise<readonly R[] | void> }
  const open = new WeakMap<Kysely<DB>, Batch>()

  const begin = (db: Kysely<DB>): Batch => {
    const each: T[] = []
    const isFull = withinMs > 0 ? setTimeout(withinMs) : setImmediate()
    const results = isFull.then(() => {
      open.delete(db)
      return all(db, each)
    })
    return { each, results }
  }

  return async (db, one) => {
    const batch = open.get(db) ?? begin(db)
    open.set(db, batch)
    const at = batch.each.push(one) - 1
    try {
      return (await batch.results)?.[at] as R
    } catch (error) {
      if (batch.each.length === 1) throw error
      return (await all(db, [one]))?.[0] as R
    }
  }
}
