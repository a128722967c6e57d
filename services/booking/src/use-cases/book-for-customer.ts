import type { Transaction } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import type { BookingRequest } from '../domain/new-booking.ts'
import { refuseImpossible } from '../domain/start-rules.ts'
import { calculateTerms } from '../domain/terms.ts'
import type { Customer } from '../persistence/booking-lists.ts'
import type { Database } from '../persistence/database.ts'
import * as services from '../persistence/service-repository.ts'
import { addGuest, createGuest, toBooker } from '../steps/add-guest.ts'
import { expireHolds } from '../steps/expire-holds.ts'
import { findBusiness } from '../steps/find-business.ts'
import { placeBooking } from '../steps/place-booking.ts'
import { refuseTaken } from '../steps/refuse-taken.ts'

type Command = {
  request: BookingRequest
  contact: Customer
  override: { minNotice?: boolean | undefined; hours?: boolean | undefined } | undefined
  actorId: Id<'person'>
  locale: string
}

/** On the phone or at the counter, paid at the venue. Notice and hours may be overridden, never what is taken. `keep` stores the response with the booking. */
export async function bookForCustomer(
  deps: Deps,
  { request, contact, override, actorId, locale }: Command,
  keep: (tx: Transaction<Database>, booking: Booking) => Promise<void>,
): Promise<Booking> {
  const { db, clock } = deps
  const business = await findBusiness(db, request.businessId)
  const service = await services.findActive(db, business.id, request.serviceId)
  const terms = calculateTerms(service, request.partySize, false)
  refuseImpossible(request.start, terms.price, clock())

  const guest = createGuest(contact, locale)
  const booker = { ...toBooker(guest), isEnteredByBusiness: true }
  const rules = { notice: override?.minNotice ?? false, hours: override?.hours ?? false }
  const placement = { request, business, service, terms, booker, actor: actorId, override: rules }
  const end = request.start.add({ minutes: service.durationMinutes })
  await expireHolds(deps, business.id, { from: request.start, to: end })
  const booking = await db.transaction().execute((tx) =>
    placeBooking(deps, tx, placement, async (made) => {
      await addGuest(tx, clock(), guest, made)
      await keep(tx, made)
    }),
  )
  return booking ?? refuseTaken(deps, placement)
}
