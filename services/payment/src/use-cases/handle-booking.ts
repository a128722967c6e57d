import type { Transaction } from 'kysely'
import type { bookingPaymentUnusable } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import * as bookings from '../persistence/bookings.ts'
import type { Database } from '../persistence/database.ts'
import * as payments from '../persistence/payment-repository.ts'
import { applyBooking } from '../steps/apply-booking.ts'

type Tx = Transaction<Database>

/** Whatever becomes of bookings, their money follows. */
export async function handleBookings(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  events: readonly bookings.BookingEvent[],
): Promise<void> {
  const changed = await bookings.project(tx, events)
  const paid = await payments.whichHaveAny(
    tx,
    changed.map(({ id }) => id),
  )
  for (const booking of changed) if (paid.has(booking.id)) await applyBooking(tx, clock(), booking)
}

/** That a payment was unusable stays true, whatever newer events of the booking have been handled. */
export async function handleUnusablePayment(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  event: Envelope<DataOf<typeof bookingPaymentUnusable>>,
): Promise<void> {
  await bookings.project(tx, [event])
  const booking = await bookings.lock(tx, event.data.id)
  const payment = await payments.find(tx, event.data.paymentId)
  if (!booking || payment?.bookingId !== booking.id) return
  await payments.update(tx, { ...payment, unusable: true })
  await applyBooking(tx, clock(), booking)
}
