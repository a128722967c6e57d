import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { cancelJob, schedule } from '@buy-locals/service-kit/jobs'
import { paymentClosesAt } from '../domain/funds-decision.ts'
import { isOpen, type Payment } from '../domain/payment.ts'
import { withExcess } from '../domain/excess.ts'
import { closeJob } from '../jobs.ts'
import type { ProjectedBooking } from '../persistence/bookings.ts'
import type { Database } from '../persistence/database.ts'
import * as payments from '../persistence/payment-repository.ts'
import { applyPayment } from './apply-payment.ts'
import { recordChange } from './record-change.ts'

type Tx = Transaction<Database>

/** Brings the payments of a booking in line with the booking's state. Repeated, or in another order, it ends the same. The booking is locked. */
export async function applyBooking(tx: Tx, now: Temporal.Instant, booking: ProjectedBooking): Promise<void> {
  const all = await payments.listByBooking(tx, booking.id)
  for (const payment of withExcess(all, booking)) {
    if (isOpen(payment)) await scheduleClose(tx, booking, payment)
    else if (payment.status === 'succeeded')
      await recordChange(tx, now, payment, await applyPayment(tx, now, booking, payment))
  }
}

async function scheduleClose(tx: Tx, booking: ProjectedBooking, payment: Payment): Promise<void> {
  const { id: paymentId } = payment
  const closesAt = paymentClosesAt(booking, payment)
  if (closesAt) await schedule(tx, closeJob, paymentId, closesAt, { paymentId })
  else await cancelJob(tx, closeJob, paymentId)
}
