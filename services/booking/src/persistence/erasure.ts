import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

export async function findUpcoming(
  db: Kysely<Database>,
  personId: Id<'person'>,
  now: Temporal.Instant,
): Promise<Id<'booking'>[]> {
  const rows = await db
    .selectFrom('bookings')
    .select('id')
    .where('consumer_id', '=', personId)
    .where('status', 'in', [sql.lit('held'), sql.lit('pending'), sql.lit('confirmed')])
    .where('start_at', '>', now)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id as Id<'booking'>)
}

const whileUndecided = (column: string) =>
  sql<string | null>`case when complained_at is not null and complaint_decision is null then ${sql.ref(column)} end`

/** What was written in the person's bookings, and what opens them. A complaint that waits for a decision keeps its text until then. Returns all their bookings. */
export async function eraseTexts(tx: Tx, personId: Id<'person'>): Promise<string[]> {
  const rows = await tx
    .updateTable('bookings')
    .set({
      note: null,
      reason: null,
      manage_token_hash: null,
      requested_from: null,
      complaint_text: whileUndecided('complaint_text'),
      complaint_reply: whileUndecided('complaint_reply'),
    })
    .where('consumer_id', '=', personId)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The calendar stays the business's; it is nobody's login any more. */
export async function unlinkStaff(tx: Tx, personId: Id<'person'>): Promise<void> {
  await tx.updateTable('staff').set({ person_id: null }).where('person_id', '=', personId).execute()
}
