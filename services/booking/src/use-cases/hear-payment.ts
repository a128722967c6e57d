import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { bookingConfirmed, bookingPaymentUnusable } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { paymentSucceeded } from '@buy-locals/contracts/payment/events'
import { audit } from '@buy-locals/service-kit/audit'
import { cancelJob } from '@buy-locals/service-kit/jobs'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import { isBefore } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { confirm, withUnusablePayment, type Booking } from '../domain/booking.ts'
import { fact } from '../facts.ts'
import { freeStartsChanged, expireHoldJob } from '../jobs.ts'
import { scheduleNext } from '../placing.ts'
import * as allocations from '../persistence/allocation-repository.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as businesses from '../persistence/businesses.ts'
import * as changes from '../persistence/changes.ts'
import type { Database } from '../persistence/database.ts'
import * as payments from '../persistence/payments-heard.ts'
import * as services from '../persistence/service-repository.ts'
import * as staff from '../persistence/staff-repository.ts'
import { takeAgain } from '../persistence/time-taking.ts'

type Tx = Transaction<Database>
const actor = 'booking.payments'

/** A payment counts once. It confirms a hold; a hold that has run out is taken again where it is still free; anything else gives the money back. */
export async function hearPayment(
  deps: Pick<Deps, 'clock' | 'settings'>,
  tx: Tx,
  { data: payment }: Envelope<DataOf<typeof paymentSucceeded>>,
): Promise<void> {
  const now = deps.clock()
  const booking = await bookings.lock(tx, payment.subject.id)
  if (await payments.isKnown(tx, payment.id)) return
  const kept = await stillWanted(tx, booking, now)
  await payments.note(tx, payment.id, booking.id, kept ? 'confirmed' : 'unusable', now)
  if (!kept) return giveBackMoney(tx, booking, payment.id, now)
  const confirmed = confirm(kept)
  await allocations.keep(tx, booking.id)
  await changes.keep(tx, now, booking, confirmed, bookingConfirmed, actor)
  await cancelJob(tx, expireHoldJob, booking.id)
  await scheduleNext(deps, tx, confirmed)
  if (booking.status === 'expired') await freeStartsChanged(tx, booking.businessId, now)
}

async function stillWanted(tx: Tx, booking: Booking, now: Temporal.Instant): Promise<Booking | undefined> {
  if (booking.status === 'held') return booking
  if (booking.status !== 'expired' || !isBefore(now, booking.start)) return undefined
  return (await isStillOffered(tx, booking)) ? takeAgain(tx, booking) : undefined
}

/** What the business has taken off the shelf since is not taken again by itself. */
async function isStillOffered(tx: Tx, { businessId, serviceId, staffId }: Booking): Promise<boolean> {
  const business = await businesses.find(tx, businessId)
  const service = await services.find(tx, businessId, serviceId)
  const team = staffId ? await staff.ofBusiness(tx, businessId) : []
  const isThere = staffId === undefined || team.some(({ id, active }) => id === staffId && active)
  return Boolean(business?.isPublished && service?.active && isThere)
}

async function giveBackMoney(tx: Tx, booking: Booking, paymentId: Id<'payment'>, now: Temporal.Instant): Promise<void> {
  const after = withUnusablePayment(booking)
  await bookings.update(tx, after)
  await record(tx, now, bookingPaymentUnusable, after.id, after.version, { ...fact(after), paymentId })
  await audit(tx, now, {
    actor,
    action: bookingPaymentUnusable.type,
    subject: after.id,
    after: { paymentId, status: after.status },
  })
}
