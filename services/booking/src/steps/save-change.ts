import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { bookingEvents } from '@buy-locals/contracts/booking/events'
import { saveConsequences, type Consequences } from '@buy-locals/service-kit/consequences'
import { toEventRow } from '@buy-locals/service-kit/outbox'
import { id } from '@buy-locals/values/ids'
import type { Booking } from '../domain/booking.ts'
import { toBookingData } from '../domain/booking-data.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'
import { releaseHeldTime } from './take-time.ts'

type Tx = Transaction<Database>
export type BookingEvent = (typeof bookingEvents)[number]
/** A person's id, or the name of the job or consumer that acted by itself. */
export type ActorName = string

/** A changed booking is stored, published and audited in one commit, and its jobs are those of the new state. A second time that it holds no more is free with it. The last statements of a transaction. */
export async function saveChange(
  tx: Tx,
  now: Temporal.Instant,
  before: Booking,
  after: Booking,
  event: BookingEvent,
  actor: ActorName,
  jobs: Pick<Consequences, 'jobs' | 'cancelled'> = {},
): Promise<void> {
  await bookings.update(tx, after)
  if (before.heldMove && !after.heldMove) await releaseHeldTime(tx, before, before.heldMove)
  await saveConsequences(tx, now, { ...describeChange(after, event, actor, before), ...jobs })
}

/** The event and the audit row of a booking. */
export const describeChange = (
  after: Booking,
  event: BookingEvent,
  actor: ActorName,
  before?: Booking,
): Required<Pick<Consequences, 'events' | 'audit'>> => ({
  events: [
    toEventRow(event, after.id, after.version, {
      ...toBookingData(after),
      actorId: toPersonId(actor),
      formerStaffId: before?.staffId === after.staffId ? undefined : before?.staffId,
    }),
  ],
  audit: [
    {
      actor,
      action: event.type,
      subject: after.id,
      ...(before && { before: toAuditState(before) }),
      after: toAuditState(after),
      reason: after.reason,
    },
  ],
})

const toPersonId = (actor: ActorName) => id('person').safeParse(actor).data

const toAuditState = ({
  status,
  version,
  staffId,
  start,
  price,
  refundShare,
  businessRefund,
  complaintDecision,
  consumerId,
}: Booking) => ({
  status,
  version,
  staffId,
  start: start.toString(),
  price: price.amount,
  refundShare,
  businessRefund: businessRefund?.amount,
  complaintDecision,
  consumerId,
})
