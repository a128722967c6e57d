import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

/** Checked with the booking locked, so that the same payment delivered twice at once counts once. */
export async function has(tx: Tx, paymentId: Id<'payment'>): Promise<boolean> {
  const row = await tx
    .selectFrom('payments_handled')
    .select('payment_id')
    .where('payment_id', '=', paymentId)
    .executeTakeFirst()
  return row !== undefined
}

export async function insert(
  tx: Tx,
  paymentId: Id<'payment'>,
  bookingId: Id<'booking'>,
  outcome: 'confirmed' | 'unusable',
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('payments_handled')
    .values({ payment_id: paymentId, booking_id: bookingId, outcome, at })
    .execute()
}
