import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { paymentChanged } from '@buy-locals/contracts/payment/events'
import { cancelJob, schedule } from '@buy-locals/service-kit/jobs'
import { record } from '@buy-locals/service-kit/outbox'
import { toSecond } from '@buy-locals/values/time'
import { toPaymentData } from '../domain/event-data.ts'
import { paymentClosesAt } from '../domain/funds-decision.ts'
import { isOpen, type Payment } from '../domain/payment.ts'
import { withExcess } from '../domain/excess.ts'
import { closeJob } from '../jobs.ts'
import type { ProjectedBooking } from '../persistence/bookings.ts'
import type { Database } from '../persistence/database.ts'
import * as payments from '../persistence/payment-repository.ts'
import { applyPayment } from './apply-payment.ts'

type Tx = Transaction<Database>

/** Brings the payments of a booking in line with the booking's state. Repeated, or in another order, it ends the same. The booking is locked. */
export async function applyBooking(tx: Tx, now: Temporal.Instant, booking: ProjectedBooking): Promise<void> {
  const all = await payments.listByBooking(tx, booking.id)
  for (const payment of withExcess(all, booking)) {
    if (isOpen(payment)) await scheduleClose(tx, booking, payment)
    else if (payment.status === 'succeeded') await applyToPaid(tx, now, booking, payment)
  }
}

/** Most that becomes of a booking moves no money at first; what is shown of the money changes all the same. */
async function applyToPaid(tx: Tx, now: Temporal.Instant, booking: ProjectedBooking, payment: Payment): Promise<void> {
  const applied = await applyPayment(tx, now, booking, payment)
  const releaseAt = applied.releaseAt && toSecond(applied.releaseAt)
  if (applied.funds === payment.funds && releaseAt === (payment.releaseAt && toSecond(payment.releaseAt))) return
  const changed = { ...applied, version: applied.version + 1 }
  await payments.update(tx, changed)
  await record(tx, now, paymentChanged, changed.id, changed.version, { ...toPaymentData(changed), releaseAt })
}

async function scheduleClose(tx: Tx, booking: ProjectedBooking, payment: Payment): Promise<void> {
  const { id: paymentId } = payment
  const closesAt = paymentClosesAt(booking, payment)
  if (closesAt) await schedule(tx, closeJob, paymentId, closesAt, { paymentId })
  else await cancelJob(tx, closeJob, paymentId)
}
