import type { Transaction } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import { networkOf } from '@buy-locals/service-kit/network'
import { consumeFrom, throttleKey } from '@buy-locals/service-kit/throttle'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { refuseTooLargeShare, refuseTooManyHolds, refuseTooManyVisits } from '../domain/booking-limits.ts'
import type { BookingRequest } from '../domain/new-booking.ts'
import { notFound } from '../domain/not-found.ts'
import { refuseImpossible } from '../domain/start-rules.ts'
import { calculateTerms } from '../domain/terms.ts'
import * as bookingCounts from '../persistence/booking-counts.ts'
import type { Database } from '../persistence/database.ts'
import * as payees from '../persistence/payees.ts'
import * as services from '../persistence/service-repository.ts'
import { addGuest, createGuest, toBooker } from '../steps/add-guest.ts'
import { expireHolds } from '../steps/expire-holds.ts'
import { findBusiness } from '../steps/find-business.ts'
import { placeBooking } from '../steps/place-booking.ts'
import { refuseTaken } from '../steps/refuse-taken.ts'

type Tx = Transaction<Database>
type Command = {
  request: BookingRequest
  actorId: Id<'person'> | undefined
  contact: { name: string; email: string; phone?: string | undefined } | undefined
  ip: string
  locale: string
}
export type Booked = { booking: Booking; manageToken: string | undefined }

/** Whoever is signed in books for themselves; anybody else as a guest. `keep` stores the response with the booking. */
export async function book(
  deps: Deps,
  { request, actorId, contact, ip, locale }: Command,
  keep: (tx: Tx, booked: Booked) => Promise<void>,
): Promise<Booked> {
  const guest = actorId === undefined && contact ? createGuest(contact, locale) : undefined
  const consumerId = actorId ?? guest?.id
  if (!consumerId) throw new Problem('unauthenticated', 'Sign in, or say who you are as a guest')
  const { db, clock, throttle, settings } = deps
  const business = await findBusiness(db, request.businessId)
  if (!business.isPublished) throw notFound('business', business.id)
  const service = await services.findActive(db, business.id, request.serviceId)
  const terms = calculateTerms(service, request.partySize, settings.takesPayments)
  const isHeld = terms.payment === 'online'
  if (isHeld && !(await payees.canCharge(db, business.id)))
    throw new Problem('booking/payments-not-ready', 'The business has not finished setting up payments')
  refuseImpossible(request.start, terms.price, clock())

  const manageToken = guest?.manageToken
  const network = networkOf(ip)
  await throttle.consume('book-network', network.wide, settings.bookingsPerNetwork)
  if (guest) await consumeFrom(throttle, 'book-as-guest', ip, settings.guestsPerAddress)
  const requestedFrom = throttleKey('hold', network.near)
  const requester = { consumerId, email: guest?.email, requestedFrom, businessId: business.id }
  const booker = guest ? toBooker(guest) : { consumerId, isGuest: false }
  const placement = { request, business, service, terms, booker, actor: consumerId, requestedFrom }
  const end = request.start.add({ minutes: service.durationMinutes })
  await expireHolds(deps, business.id, { from: request.start, to: end })
  const booking = await db.transaction().execute(async (tx) => {
    await bookingCounts.lock(tx, [requestedFrom, guest?.email ?? consumerId])
    // What a business may have is not locked: requests at the same instant may exceed it.
    if (isHeld) refuseTooManyHolds(await bookingCounts.ofHolds(tx, requester, clock()), settings.holdsPer)
    else
      refuseTooManyVisits(await bookingCounts.ofVisits(tx, requester, clock()), settings.visitsPer, guest !== undefined)
    if (service.capacity > 1) {
      const session = { serviceId: service.id, start: request.start, requestedFrom }
      const seats = request.partySize + (await bookingCounts.ofSession(tx, session, clock()))
      refuseTooLargeShare(seats, service.capacity, settings.sessionPerAddress)
    }
    return placeBooking(deps, tx, placement, async (booking) => {
      if (guest) await addGuest(tx, clock(), guest, booking)
      await keep(tx, { booking, manageToken })
    })
  })
  return { booking: booking ?? (await refuseTaken(deps, placement)), manageToken }
}
