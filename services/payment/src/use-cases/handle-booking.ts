import type { Transaction } from 'kysely'
import type { bookingPaymentUnusable } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import * as bookings from '../persistence/bookings.ts'
import type { Database } from '../persistence/database.ts'
import * as payments from '../persistence/payment-repository.ts'
import { applyBooking } from '../steps/apply-booking.ts'

type Tx = Transaction<Database>

/** Whatever becomes of a booking, its money follows. */
export async function handleBooking(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  event: bookings.BookingEvent,
): Promise<void> {
  if (!(await bookings.project(tx, event))) return
  const booking = await bookings.lock(tx, event.data.id)
  if (booking) await applyBooking(tx, clock(), booking)
}

/** That a payment was unusable stays true, whatever newer events of the booking have been handled. */
export async function handleUnusablePayment(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  event: Envelope<DataOf<typeof bookingPaymentUnusable>>,
): Promise<void> {
  await bookings.project(tx, event)
  const booking = await bookings.lock(tx, event.data.id)
  const payment = await payments.find(tx, event.data.paymentId)
  if (!booking || payment?.bookingId !== booking.id) return
  await payments.update(tx, { ...payment, unusable: true })
  await applyBooking(tx, clock(), booking)
}
