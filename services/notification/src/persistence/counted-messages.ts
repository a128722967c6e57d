import { sql, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

/** Messages that are counted at the same time wait for each other. Function scans keep the order of the array: one order for everyone, no deadlock. */
export async function lock(tx: Tx, keys: readonly string[]): Promise<void> {
  // The label keeps its old word: processes of two releases must wait for each other.
  const labels = keys.toSorted().map((key) => `counted mail ${key}`)
  await sql`
    select pg_advisory_xact_lock(hashtextextended(label, 0)) from unnest(${labels}::text[]) as locked(label)`.execute(
    tx,
  )
}

type Count = { key: string; most: number }
type Counted = { deliveryId: string; now: Temporal.Instant; since: Temporal.Instant }

/** Counts the message under every key, or under none where one of them has as many others as it may. Returns whether it is counted. */
export async function insertBelow(
  tx: Tx,
  counts: readonly Count[],
  { deliveryId, now, since }: Counted,
): Promise<boolean> {
  const [keys, limits] = [counts.map(({ key }) => key), counts.map(({ most }) => most)]
  const { rows } = await sql<{ fits: boolean }>`
    with counts as (
      select key, (
        select count(*) from counted_messages other
        where other.key = limits.key and delivery_id <> ${deliveryId} and counted_at > ${since}
      ) < most as fits
      from unnest(${keys}::text[], ${limits}::float8[]) as limits(key, most)
    ), inserted as (
      insert into counted_messages (key, delivery_id, counted_at)
      select key, ${deliveryId}, ${now}::timestamptz from counts where (select bool_and(fits) from counts)
      on conflict do nothing
    )
    select bool_and(fits) as fits from counts`.execute(tx)
  return rows[0]?.fits ?? false
}
