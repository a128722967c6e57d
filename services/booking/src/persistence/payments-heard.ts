import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

/** Asked with the booking locked, so that the same payment told twice at once counts once. */
export async function isKnown(tx: Tx, paymentId: Id<'payment'>): Promise<boolean> {
  const row = await tx
    .selectFrom('payments_heard')
    .select('payment_id')
    .where('payment_id', '=', paymentId)
    .executeTakeFirst()
  return row !== undefined
}

export async function note(
  tx: Tx,
  paymentId: Id<'payment'>,
  bookingId: Id<'booking'>,
  outcome: 'confirmed' | 'unusable',
  at: Temporal.Instant,
): Promise<void> {
  await tx.insertInto('payments_heard').values({ payment_id: paymentId, booking_id: bookingId, outcome, at }).execute()
}
