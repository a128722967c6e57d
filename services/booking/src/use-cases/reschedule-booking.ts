import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Requester } from '@buy-locals/booking-access/relation'
import { bookingRescheduled, bookingRescheduleHeld } from '@buy-locals/contracts/booking/events'
import { Problem } from '@buy-locals/contracts/problem'
import type { Caller } from '@buy-locals/service-kit/caller'
import { networkOf } from '@buy-locals/service-kit/network'
import { throttleKey } from '@buy-locals/service-kit/throttle'
import type { Id } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { refuseTooLargeShare, refuseTooManyHolds } from '../domain/booking-limits.ts'
import type { BookingRequest } from '../domain/new-booking.ts'
import { notFound } from '../domain/not-found.ts'
import {
  agreeTerms,
  dueForMove,
  isHeldMove,
  isSameTime,
  refuseToMove,
  toServiceOfBooking,
} from '../domain/reschedule.ts'
import { outsidePolicy, refuseImpossible } from '../domain/start-rules.ts'
import { calculateTerms } from '../domain/terms.ts'
import type { Database } from '../persistence/database.ts'
import * as bookingCounts from '../persistence/booking-counts.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as people from '../persistence/people.ts'
import * as requestedServices from '../persistence/requested-service.ts'
import { expireHolds } from '../steps/expire-holds.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { moveTime } from '../steps/move-time.ts'
import { refuseTaken, type Refused } from '../steps/refuse-taken.ts'
import { saveChange } from '../steps/save-change.ts'
import { toFreeStartsCount, toNextSteps } from '../steps/schedule-jobs.ts'
import { extendBlocksOver } from '../steps/take-time.ts'

type Command = {
  bookingId: Id<'booking'>
  requester: Requester
  caller: Pick<Caller, 'ip'>
  start: Temporal.Instant
  staffId: Id<'staff'> | undefined
  agreedPrice: Money | undefined
}

/** The same booking at another time, for a price that both know: its old time is free in the moment in which it has the new one, and never before. Where more is to pay, the new time is held until then. */
export async function rescheduleBooking(deps: Deps, command: Command): Promise<Booking> {
  const { db, clock } = deps
  const { businessId, start: from, end } = await bookings.find(db, command.bookingId)
  refuseImpossible(command.start, clock())
  const range = { from: command.start, to: command.start.add(from.until(end)) }
  await expireHolds(deps, await bookings.findExpiredHolds(db, businessId, range, clock()))
  const outcome = await db.transaction().execute((tx) => move(deps, tx, command))
  return 'taken' in outcome ? refuseTaken(deps, outcome.taken) : outcome.moved
}

type Outcome = { moved: Booking } | { taken: Refused }

async function move(deps: Deps, tx: Transaction<Database>, command: Command): Promise<Outcome> {
  const now = deps.clock()
  const { booking, relation } = await lockBooking(tx, command.bookingId, command.requester, 'booker', 'member')
  if (isSameTime(booking, command) || isHeldMove(booking, command, now)) return { moved: booking } // sent again, or by both at once
  const by = relation.isBooker ? 'consumer' : 'business'
  refuseToMove(booking, command.start, by, now)
  const { businessId, serviceId } = booking
  const requested = await requestedServices.find(tx, { businessId, serviceId })
  if (!requested) throw notFound('business', businessId)
  const { business, service: current, canCharge } = requested
  if (by === 'consumer' && !business.isPublished) throw outsidePolicy('off-site')
  if (!current || (by === 'consumer' && !current.active)) throw notFound('service', serviceId)

  const today = calculateTerms(current, booking.partySize, deps.settings.takesPayments)
  const service = toServiceOfBooking(current, booking)
  const terms = agreeTerms(booking, command.agreedPrice, { today, by, isClass: service.capacity > 1 })
  const isHeld = dueForMove(booking, terms).amount > 0
  if (isHeld && !canCharge)
    throw new Problem('booking/payments-not-ready', 'The business cannot take payments at the moment')
  const requestedFrom = throttleKey('hold', networkOf(command.caller.ip).near)
  if (isHeld) await refuseHold(deps, tx, booking, requestedFrom)
  if (by === 'consumer' && service.capacity > 1) await refuseLargeShare(deps, tx, booking, service, command.start)
  const holdExpiresAt = isHeld ? now.add({ minutes: deps.settings.holdMinutes }).round('second') : undefined
  const moved = await moveTime(deps, tx, { booking, business, service, by, terms, holdExpiresAt, ...command })
  if (!moved) return { taken: { business, service, request: toRequest(booking, command) } }
  const event = isHeld ? bookingRescheduleHeld : bookingRescheduled
  if (isHeld) await bookings.setRequestedFrom(tx, booking.id, requestedFrom)
  if (!isHeld) await extendBlocksOver(tx, booking)
  const jobs = [...toNextSteps(deps, moved, now), ...toFreeStartsCount(businessId, now)]
  await saveChange(tx, now, booking, moved, event, command.requester.actor?.id ?? booking.consumerId, { jobs })
  return { moved }
}

/** A second time that is not paid yet keeps others from booking it, like any hold. */
async function refuseHold(
  { clock, settings }: Deps,
  tx: Transaction<Database>,
  { id: except, consumerId, isGuest, businessId }: Booking,
  requestedFrom: string,
): Promise<void> {
  const email = isGuest ? (await people.findContact(tx, consumerId))?.email : undefined
  await bookingCounts.lock(tx, [requestedFrom, email ?? consumerId])
  const counts = await bookingCounts.ofHolds(tx, { consumerId, email, requestedFrom, businessId, except }, clock())
  refuseTooManyHolds(counts, settings.holdsPer)
}

/** Seats that were taken one by one in many sessions are not gathered in one. */
async function refuseLargeShare(
  { clock, settings }: Deps,
  tx: Transaction<Database>,
  { id, partySize }: Booking,
  { id: serviceId, capacity }: Service,
  start: Temporal.Instant,
): Promise<void> {
  const requestedFrom = await bookings.findRequestedFrom(tx, id)
  if (requestedFrom === undefined) return
  await bookingCounts.lock(tx, [requestedFrom])
  const seats = await bookingCounts.ofSession(tx, { serviceId, start, requestedFrom }, clock())
  refuseTooLargeShare(partySize + seats, capacity, settings.sessionPerAddress)
}

const toRequest = (booking: Booking, { start, staffId }: Command): BookingRequest => ({
  businessId: booking.businessId,
  serviceId: booking.serviceId,
  start,
  staffId,
  partySize: booking.partySize,
})
