import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { cancelJob, schedule } from '@buy-locals/service-kit/jobs'
import { paymentClosesAt } from '../domain/funds-decision.ts'
import { isOpen, type Payment } from '../domain/payment.ts'
import { closeJob } from '../jobs.ts'
import type { ProjectedBooking } from '../persistence/bookings.ts'
import type { Database } from '../persistence/database.ts'
import * as payments from '../persistence/payment-repository.ts'
import { applyPayment } from './apply-payment.ts'

type Tx = Transaction<Database>

/** Brings the payments of a booking in line with the booking's state. Repeated, or in another order, it ends the same. The booking is locked. */
export async function applyBooking(tx: Tx, now: Temporal.Instant, booking: ProjectedBooking): Promise<void> {
  for (const payment of await payments.listByBooking(tx, booking.id)) {
    if (isOpen(payment)) await scheduleClose(tx, booking, payment)
    else if (payment.status === 'succeeded') await applyPayment(tx, now, booking, payment)
  }
}

async function scheduleClose(tx: Tx, booking: ProjectedBooking, { id: paymentId }: Payment): Promise<void> {
  const closesAt = paymentClosesAt(booking)
  if (closesAt) await schedule(tx, closeJob, paymentId, closesAt, { paymentId })
  else await cancelJob(tx, closeJob, paymentId)
}
