import type { Transaction } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import type { Payment } from '../domain/payment.ts'
import * as bookings from '../persistence/bookings.ts'
import type { Database } from '../persistence/database.ts'
import * as payments from '../persistence/payment-repository.ts'

export type LockedPayment = { booking: bookings.ProjectedBooking; payment: Payment }

/** A payment is locked by its booking, so that locks have one order and changes of one booking's money follow each other. */
export async function lockPayment(
  tx: Transaction<Database>,
  paymentId: Id<'payment'>,
): Promise<LockedPayment | undefined> {
  const found = await payments.find(tx, paymentId)
  const booking = found && (await bookings.lock(tx, found.bookingId))
  const payment = booking && (await payments.find(tx, paymentId))
  return payment && { booking, payment }
}
