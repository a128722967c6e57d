import * as events from '@buy-locals/contracts/booking/events'
import type { BookingStatus } from '@buy-locals/contracts/booking/shapes'
import { record } from '@buy-locals/service-kit/outbox'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { toBookingData } from '../domain/booking-data.ts'
import * as availability from '../persistence/availability.ts'
import * as farAvailability from '../persistence/far-availability.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as services from '../persistence/service-repository.ts'
import * as staff from '../persistence/staff-repository.ts'
import { publishFreeStarts } from '../steps/publish-free-starts.ts'
import type { BookingEvent } from '../steps/save-change.ts'

/** Publishes the current state again, with the versions it has. Returns how many events that were. */
export async function replay({ db, clock }: Deps): Promise<number> {
  let count = (await replayServices({ db, clock })) + (await replayStaff({ db, clock }))
  for await (const batch of bookings.all(db)) {
    await db.transaction().execute(async (tx) => {
      for (const booking of batch) {
        const event = findCurrentEvent(booking)
        if (!event) continue
        await record(tx, clock(), event, booking.id, booking.version, toBookingData(booking))
        count += 1
      }
    })
  }
  return count
}

/** Those that nobody has decided. Whoever was notified of one is not again. */
export async function replayComplaints({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const booking of await bookings.listComplained(tx))
      await record(tx, clock(), eventOfComplaint(booking), booking.id, booking.version, toBookingData(booking))
  })
}

const eventOfComplaint = ({ complaintRepliedAt }: Booking) =>
  complaintRepliedAt ? events.bookingComplaintReplied : events.bookingComplaintFiled

async function replayServices({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const all = await services.all(tx)
    const freeStarts = await availability.all(tx)
    for (const service of all) {
      await record(tx, clock(), events.serviceChanged, service.id, service.version, service)
      const published = freeStarts.get(service.id)
      if (!published) continue
      await publishFreeStarts(tx, clock(), service, published)
    }
    const byId = new Map(all.map((service) => [service.id, service]))
    const far = await farAvailability.all(tx)
    for (const { serviceId, ...published } of far) {
      const service = byId.get(serviceId)
      if (service) await publishFreeStarts(tx, clock(), service, published)
    }
    return all.length + freeStarts.size + far.length
  })
}

async function replayStaff({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const linked = await staff.allLinked(tx)
    for (const person of linked) await record(tx, clock(), events.staffChanged, person.id, person.version, person)
    return linked.length
  })
}

const eventOfStatus: Record<BookingStatus, BookingEvent | undefined> = {
  held: events.bookingHeld,
  pending: undefined,
  confirmed: events.bookingConfirmed,
  expired: events.bookingExpired,
  cancelled: events.bookingCancelled,
  completed: events.bookingCompleted,
  'no-show': events.bookingNoShow,
}

/** The event that brought a booking into the state it is in. */
function findCurrentEvent(booking: Booking): BookingEvent | undefined {
  const { status, complainedAt, complaintDecision, isFinal, rescheduledAt, heldMove } = booking
  if (complaintDecision) return events.bookingComplaintDecided
  if (complainedAt) return eventOfComplaint(booking)
  if (isFinal) return events.bookingFinalized
  if (heldMove) return events.bookingRescheduleHeld
  if (status === 'confirmed' && rescheduledAt) return events.bookingRescheduled
  return eventOfStatus[status]
}
