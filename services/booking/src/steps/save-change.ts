import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { bookingEvents } from '@buy-locals/contracts/booking/events'
import { audit } from '@buy-locals/service-kit/audit'
import { record } from '@buy-locals/service-kit/outbox'
import type { Booking } from '../domain/booking.ts'
import { toBookingData } from '../domain/booking-data.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'
import { releaseHeldTime } from './take-time.ts'

type Tx = Transaction<Database>
export type BookingEvent = (typeof bookingEvents)[number]
/** A person's id, or the name of the job or consumer that acted by itself. */
export type ActorName = string

/** A changed booking is stored, published and audited in one commit. A second time that it holds no more is free with it. */
export async function saveChange(
  tx: Tx,
  now: Temporal.Instant,
  before: Booking,
  after: Booking,
  event: BookingEvent,
  actor: ActorName,
): Promise<void> {
  await bookings.update(tx, after)
  if (before.heldMove && !after.heldMove) await releaseHeldTime(tx, before, before.heldMove)
  await publishChange(tx, now, after, event, actor, before)
}

/** The event and the audit row of a booking that is stored already. */
export async function publishChange(
  tx: Tx,
  now: Temporal.Instant,
  after: Booking,
  event: BookingEvent,
  actor: ActorName,
  before?: Booking,
): Promise<void> {
  await record(tx, now, event, after.id, after.version, toBookingData(after))
  await audit(tx, now, {
    actor,
    action: event.type,
    subject: after.id,
    ...(before && { before: toAuditState(before) }),
    after: toAuditState(after),
    reason: after.reason,
  })
}

const toAuditState = ({ status, version, staffId, start, refundShare, complaintDecision, consumerId }: Booking) => ({
  status,
  version,
  staffId,
  start: start.toString(),
  refundShare,
  complaintDecision,
  consumerId,
})
