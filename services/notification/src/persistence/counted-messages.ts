import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './database.ts'

type Count = { key: string; most: number }
type Counted = { deliveryId: string; now: Temporal.Instant; since: Temporal.Instant }

/**
 * Counts the message under every key, or under none where one of them has as many others as it may. Returns whether it is
 * counted. Messages that are counted at the same time under the same key wait for each other.
 */
export async function insertBelow(
  db: Kysely<Database>,
  counts: readonly Count[],
  { deliveryId, now, since }: Counted,
): Promise<boolean> {
  const inOrder = counts.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const [keys, limits] = [inOrder.map(({ key }) => key), inOrder.map(({ most }) => most)]
  const { rows } = await sql<{ fits: boolean }>`
    select count_message(${keys}::text[], ${limits}::float8[], ${deliveryId}, ${now}, ${since}) as fits`.execute(db)
  return rows[0]?.fits ?? false
}
