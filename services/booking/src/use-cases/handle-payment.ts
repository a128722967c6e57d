import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { bookingConfirmed, bookingPaymentUnusable, bookingRescheduled } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { paymentSucceeded } from '@buy-locals/contracts/payment/events'
import { saveConsequences } from '@buy-locals/service-kit/consequences'
import { toEventRow } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import { isBefore } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { confirm, noteUnusablePayment, type Booking } from '../domain/booking.ts'
import { toBookingData } from '../domain/booking-data.ts'
import { reschedule } from '../domain/reschedule.ts'
import { expireHoldJob } from '../jobs.ts'
import * as allocations from '../persistence/allocation-repository.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as handledPayments from '../persistence/handled-payments.ts'
import * as requestedServices from '../persistence/requested-service.ts'
import * as staff from '../persistence/staff-repository.ts'
import { saveChange } from '../steps/save-change.ts'
import { toFreeStartsCount, toNextSteps } from '../steps/schedule-jobs.ts'
import { extendBlocksOver, retakeTime, takeHeldTime } from '../steps/take-time.ts'

type Tx = Transaction<Database>
const actor = 'booking.payments'

/** A payment counts once. It confirms a hold, or moves a booking to the time that was held; the time of an expired hold is taken again where it is still free; anything else is refunded. */
export async function handlePayment(
  deps: Pick<Deps, 'clock' | 'settings'>,
  tx: Tx,
  { data: payment }: Envelope<DataOf<typeof paymentSucceeded>>,
): Promise<void> {
  const now = deps.clock()
  const booking = await bookings.lock(tx, payment.subject.id)
  if (await handledPayments.has(tx, payment.id)) return
  if (payment.moveVersion !== undefined) return handleDifference(deps, tx, booking, payment)
  const payable = await secureTime(tx, booking, now)
  await handledPayments.insert(tx, payment.id, booking.id, payable ? 'confirmed' : 'unusable', now)
  if (!payable) return saveUnusable(tx, booking, payment.id, now)
  const confirmed = confirm(payable)
  await allocations.confirm(tx, booking.id)
  const isRetaken = booking.status === 'expired'
  await saveChange(tx, now, booking, confirmed, bookingConfirmed, actor, {
    cancelled: [{ type: expireHoldJob, key: booking.id }],
    jobs: [
      ...toNextSteps(deps, confirmed, now),
      ...(isRetaken ? toFreeStartsCount(booking.businessId, now, booking) : []),
    ],
  })
}

/** What a move costs more has been paid: the booking has the new time. Where that is held no more it stands as it is, and the difference is refunded. */
async function handleDifference(
  deps: Pick<Deps, 'clock' | 'settings'>,
  tx: Tx,
  booking: Booking,
  payment: DataOf<typeof paymentSucceeded>,
): Promise<void> {
  const now = deps.clock()
  const { heldMove } = booking
  const isMoved = heldMove?.version === payment.moveVersion && heldMove && (await takeHeldTime(tx, booking, heldMove))
  await handledPayments.insert(tx, payment.id, booking.id, isMoved ? 'confirmed' : 'unusable', now)
  if (!isMoved) return saveUnusable(tx, booking, payment.id, now)
  const { start, end, staffId, staffName, price, deposit } = heldMove
  const groupSessionId = undefined
  const time = { start, end, staffId, staffName, groupSessionId, price, deposit, payment: booking.payment }
  const moved = reschedule(booking, time, 'consumer', now)
  await extendBlocksOver(tx, booking)
  await saveChange(tx, now, booking, moved, bookingRescheduled, actor, {
    cancelled: [{ type: expireHoldJob, key: booking.id }],
    jobs: [...toNextSteps(deps, moved, now), ...toFreeStartsCount(booking.businessId, now)],
  })
}

/** The booking with its time; undefined where it has none any more and can get none. */
async function secureTime(tx: Tx, booking: Booking, now: Temporal.Instant): Promise<Booking | undefined> {
  if (booking.status === 'held') return booking
  if (booking.status !== 'expired' || !isBefore(now, booking.start)) return undefined
  return (await isStillBookable(tx, booking)) ? retakeTime(tx, booking) : undefined
}

/** What the business has withdrawn since is not booked again by itself. */
async function isStillBookable(tx: Tx, { businessId, serviceId, staffId }: Booking): Promise<boolean> {
  const requested = await requestedServices.find(tx, { businessId, serviceId })
  const [person] = staffId ? await staff.withIds(tx, businessId, [staffId]) : []
  const isStaffActive = staffId === undefined || person?.active
  return Boolean(requested?.business.isPublished && requested.service?.active && isStaffActive)
}

/** The payment service refunds it when it handles the event. */
async function saveUnusable(tx: Tx, booking: Booking, paymentId: Id<'payment'>, now: Temporal.Instant): Promise<void> {
  const after = noteUnusablePayment(booking)
  await bookings.update(tx, after)
  const { id: subject, status } = after
  await saveConsequences(tx, now, {
    events: [toEventRow(bookingPaymentUnusable, subject, after.version, { ...toBookingData(after), paymentId })],
    audit: [{ actor, action: bookingPaymentUnusable.type, subject, after: { paymentId, status } }],
  })
}
