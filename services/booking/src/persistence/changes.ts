import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import * as events from '@buy-locals/contracts/booking/events'
import { audit } from '@buy-locals/service-kit/audit'
import { record } from '@buy-locals/service-kit/outbox'
import type { Booking, Status } from '../domain/booking.ts'
import { fact } from '../facts.ts'
import * as bookings from './booking-repository.ts'
import type { Database } from './database.ts'

type Tx = Transaction<Database>
type Instant = Temporal.Instant
/** A person's id, or the name of what acted by itself. */
export type Actor = string
type Fact = (typeof events.bookingEvents)[number]

/** A changed booking is stored, told and written down, all in one commit. */
export async function keep(
  tx: Tx,
  now: Instant,
  before: Booking,
  after: Booking,
  said: Fact,
  actor: Actor,
): Promise<void> {
  await bookings.update(tx, after)
  await tell(tx, now, after, said, actor, before)
}

export async function tell(
  tx: Tx,
  now: Instant,
  booking: Booking,
  said: Fact,
  actor: Actor,
  before?: Booking,
): Promise<void> {
  await record(tx, now, said, booking.id, booking.version, fact(booking))
  await audit(tx, now, {
    actor,
    action: said.type,
    subject: booking.id,
    ...(before && { before: stateOf(before) }),
    after: stateOf(booking),
    reason: booking.reason,
  })
}

const stateOf = ({ status, version, staffId, start, refundShare, complaintDecision, consumerId }: Booking) => ({
  status,
  version,
  staffId,
  start: start.toString(),
  refundShare,
  complaintDecision,
  consumerId,
})

const sayings: Record<Exclude<Status, 'pending'>, Fact> = {
  held: events.bookingHeld,
  confirmed: events.bookingConfirmed,
  expired: events.bookingExpired,
  cancelled: events.bookingCancelled,
  completed: events.bookingCompleted,
  'no-show': events.bookingNoShow,
}

/** The event that says the state a booking is in. */
export function sayingOf({ status, complainedAt, complaintDecision, isFinal }: Booking): Fact | undefined {
  if (complaintDecision) return events.bookingComplaintDecided
  if (complainedAt) return events.bookingComplaintFiled
  if (isFinal) return events.bookingFinalized
  return status === 'pending' ? undefined : sayings[status]
}
