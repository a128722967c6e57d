import type { Transaction } from 'kysely'
import { listManaged } from '@buy-locals/booking-access/manage-link'
import { Problem } from '@buy-locals/contracts/problem'
import type { Caller } from '@buy-locals/service-kit/caller'
import { networkOf } from '@buy-locals/service-kit/network'
import { throttleKey, usesFrom } from '@buy-locals/service-kit/throttle'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { refuseTooLargeShare, refuseTooManyHolds, refuseTooManyVisits } from '../domain/booking-limits.ts'
import type { BookingRequest } from '../domain/new-booking.ts'
import { notFound } from '../domain/not-found.ts'
import { findOwnHold, isSameRequest, refuseOverlap } from '../domain/own-bookings.ts'
import { requireActive } from '../domain/service-rules.ts'
import { refuseImpossible, refuseTooExpensive, type TakenTime } from '../domain/start-rules.ts'
import { calculateTerms } from '../domain/terms.ts'
import * as bookingCounts from '../persistence/booking-counts.ts'
import type { Database } from '../persistence/database.ts'
import * as ownBookings from '../persistence/own-bookings.ts'
import * as people from '../persistence/people.ts'
import * as requestedServices from '../persistence/requested-service.ts'
import * as savepoint from '../persistence/savepoint.ts'
import { createGuest, toBooker, type Guest } from '../steps/create-guest.ts'
import { expireHolds } from '../steps/expire-holds.ts'
import { awaitBusiness } from '../steps/find-business.ts'
import { dropHold, keepHold, lockOwnBookings, releaseOtherHolds } from '../steps/own-bookings.ts'
import { placeBooking } from '../steps/place-booking.ts'
import { nameOf, refuseStillTaken, refuseTaken } from '../steps/refuse-taken.ts'

type Tx = Transaction<Database>
type Command = {
  request: BookingRequest
  actorId: Id<'person'> | undefined
  contact: { name: string; email: string; phone?: string | undefined } | undefined
  caller: Pick<Caller, 'ip' | 'locale' | 'header' | 'cookies'>
  /** A second visit at the time of another one is meant. */
  allowsOverlap: boolean
  /** What else is held of this service is released. */
  replaceHolds: boolean
}
type Booker = { consumerId: Id<'person'>; guest: Guest | undefined }
export type Booked = { booking: Booking; manageToken: string | undefined }

/** Whoever is signed in books for themselves; anybody else as a guest. What they hold unpaid of the same time is theirs to pay. `keep` stores the response with the booking. */
export async function book(
  deps: Deps,
  command: Command,
  keep: (tx: Tx, booked: Booked) => Promise<void>,
): Promise<Booked> {
  const { request, actorId, contact, caller } = command
  const guest = actorId === undefined && contact ? createGuest(contact, caller.locale) : undefined
  const consumerId = actorId ?? guest?.id
  if (!consumerId) throw new Problem('unauthenticated', 'Sign in, or say who you are as a guest')
  refuseImpossible(request.start, deps.clock())
  const check = () => refuseStillTaken(deps, request, (range) => hasBookings(deps, command, range))
  await check()
  const booked = await deps.contention.takeTurn(nameOf(request), check, () =>
    bookInTurn(deps, { ...command, consumerId, guest }, keep),
  )
  if (command.replaceHolds) await releaseOtherHolds(deps, booked.booking, caller)
  return booked
}

/** Which may be what takes the time that is requested, or a visit that another would overlap. */
async function hasBookings(
  { db, clock }: Deps,
  { actorId: consumerId, caller, allowsOverlap }: Command,
  range: TakenTime['range'],
): Promise<boolean> {
  const bookingIds = listManaged(caller).map(({ bookingId }) => bookingId)
  if (allowsOverlap || (!consumerId && bookingIds.length === 0)) return false
  return ownBookings.hasLive(db, { consumerId, bookingIds }, range, clock())
}

async function bookInTurn(
  deps: Deps,
  { request, caller, allowsOverlap, replaceHolds, consumerId, guest }: Command & Booker,
  keep: (tx: Tx, booked: Booked) => Promise<void>,
): Promise<Booked> {
  const { db, clock, throttle, settings } = deps
  const { businessId, serviceId, start } = request
  const found = await awaitBusiness(businessId, () => requestedServices.findToBook(db, request, clock()))
  const { business, canCharge, expiredHolds } = found
  if (!business.isPublished) throw notFound('business', business.id)
  const service = requireActive(found.service, serviceId)
  const terms = calculateTerms(service, request.partySize, settings.takesPayments)
  const isHeld = terms.payment === 'online'
  if (isHeld && !canCharge)
    throw new Problem('booking/payments-not-ready', 'The business has not finished setting up payments')
  refuseTooExpensive(terms.price)

  const manageToken = guest?.manageToken
  const network = networkOf(caller.ip)
  await throttle.consumeAll([
    { name: 'book-network', key: network.wide, limit: settings.bookingsPerNetwork },
    ...(guest ? usesFrom(caller.ip, 'book-as-guest', settings.guestsPerAddress) : []),
  ])
  await expireHolds(deps, expiredHolds)
  const requestedFrom = throttleKey('hold', network.near)
  const session = service.capacity > 1 ? { serviceId, start, requestedFrom } : undefined
  const counted = { consumerId, email: guest?.email, requestedFrom, businessId, isHeld, session }
  const booker = guest ? toBooker(guest) : { consumerId, isGuest: false }
  const placement = { request, business, service, terms, booker, guest, actor: consumerId, requestedFrom }
  const range = { from: start, to: start.add({ minutes: service.durationMinutes }) }
  const booked = await db.transaction().execute(async (tx) => {
    const { own, counts } = await lockOwnBookings(tx, counted, caller, range, clock())
    const hold = allowsOverlap ? undefined : findOwnHold(own, request, replaceHolds)
    if (hold && isSameRequest(hold, request) && (await isSameContact(tx, hold, guest))) {
      const held = { booking: await keepHold(tx, clock(), hold, request.note), manageToken: undefined, isFull: false }
      await keep(tx, held)
      return held
    }
    if (hold) await savepoint.set(tx, 'before_drop')
    if (hold) await dropHold(tx, clock(), hold, consumerId)
    refuseOverLimits(hold ? await bookingCounts.ofRequest(tx, counted, clock()) : counts)
    const others = allowsOverlap ? [] : own
    const placed = await placeBooking(deps, tx, placement, (booking) => {
      refuseOverlap(others.filter(({ id }) => id !== hold?.id))
      return keep(tx, { booking, manageToken })
    })
    const inTheWay = replaceHolds ? others.filter(({ id }) => id !== hold?.id) : others
    if (!placed) refuseOverlap(inTheWay.filter(({ status }) => status === 'held')) // what is held stays, and may be what takes the time
    if (!placed && hold) await savepoint.rollBack(tx, 'before_drop')
    return placed && { ...placed, manageToken }
  })
  if (booked?.isFull) deps.contention.report(nameOf(request))
  return booked ?? { booking: await refuseTaken(deps, placement), manageToken }

  function refuseOverLimits(counts: bookingCounts.RequestCounts): void {
    // What a business may have is not locked: requests at the same instant may exceed it.
    if (isHeld) refuseTooManyHolds(counts, settings.holdsPer)
    else refuseTooManyVisits(counts, settings.visitsPer, guest !== undefined)
    if (session) refuseTooLargeShare(request.partySize + counts.session, service.capacity, settings.sessionPerAddress)
  }
}

/** A guest who corrects their name or address has not reached the booking under the old one. */
async function isSameContact(tx: Tx, hold: Booking, guest: Guest | undefined): Promise<boolean> {
  if (!guest || !hold.isGuest) return true
  const before = await people.findContact(tx, hold.consumerId)
  return before?.name === guest.name && before.email === guest.email && before.phone === guest.phone
}
