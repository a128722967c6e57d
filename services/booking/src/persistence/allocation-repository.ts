import { sql, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { HolderId } from '../domain/catalogue.ts'
import type { Database } from './database.ts'

type Tx = Transaction<Database>
type Instant = Temporal.Instant

export type Range = { from: Instant; to: Instant }

/** Whose the time is then. */
type Owner =
  | { booking_id: Id<'booking'>; expires_at?: Instant | undefined }
  | { occurrence_id: Id<'occurrence'> }
  | { block_id: Id<'block'> }

/** Takes all holders, or says which of them are taken already: then the caller rolls back. */
export async function take(
  tx: Tx,
  holders: readonly HolderId[],
  { from, to }: Range,
  owner: Owner,
): Promise<HolderId[]> {
  const none = { booking_id: null, occurrence_id: null, block_id: null, expires_at: null }
  const during = sql<string>`tstzrange(${from}::timestamptz, ${to}::timestamptz)`
  const inserted = await tx
    .insertInto('allocations')
    .values(
      holders
        .toSorted() // one order for everyone: no deadlock
        .map((holder_id) => ({
          holder_id,
          during,
          ...none,
          ...owner,
          expires_at: ('expires_at' in owner && owner.expires_at) || null,
        })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('holder_id')
    .execute()
  const taken = new Set(inserted.map((row) => row.holder_id))
  return holders.filter((holder) => !taken.has(holder))
}

/** What a booking once had, again; false where somebody else has some of it now, and then the caller rolls back. */
export async function retake(tx: Tx, bookingId: Id<'booking'>): Promise<boolean> {
  const rows = await tx
    .selectFrom('allocations')
    .select(['holder_id', sql<Instant>`lower(during)`.as('from'), sql<Instant>`upper(during)`.as('to')])
    .distinct()
    .where('booking_id', '=', bookingId)
    .execute()
  const [first] = rows
  if (!first) return false
  const holders = rows.map((row) => row.holder_id as HolderId)
  return (await take(tx, holders, first, { booking_id: bookingId })).length === 0
}

export async function release(
  tx: Tx,
  owner: { booking_id: string } | { occurrence_id: string } | { block_id: string },
): Promise<void> {
  const [column, value] = Object.entries(owner)[0] ?? []
  await tx
    .updateTable('allocations')
    .set({ live: false })
    .where(column as 'booking_id', '=', value ?? '')
    .where('live', '=', true)
    .execute()
}

/** From now on they are promised without an end to the promise. */
export async function keep(tx: Tx, bookingId: Id<'booking'>): Promise<void> {
  await tx.updateTable('allocations').set({ expires_at: null }).where('booking_id', '=', bookingId).execute()
}
