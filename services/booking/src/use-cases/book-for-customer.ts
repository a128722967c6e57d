import type { Transaction } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import type { BookingRequest } from '../domain/new-booking.ts'
import { requireActive } from '../domain/service-rules.ts'
import { refuseImpossible, refuseTooExpensive } from '../domain/start-rules.ts'
import { calculateTerms } from '../domain/terms.ts'
import type { Customer } from '../persistence/booking-lists.ts'
import type { Database } from '../persistence/database.ts'
import * as requestedServices from '../persistence/requested-service.ts'
import { createGuest, toBooker } from '../steps/create-guest.ts'
import { expireHolds } from '../steps/expire-holds.ts'
import { awaitBusiness } from '../steps/find-business.ts'
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
  const { businessId, serviceId, start } = request
  refuseImpossible(start, clock())
  const found = await awaitBusiness(businessId, () => requestedServices.findToBook(db, request, clock()))
  const { business, expiredHolds } = found
  const service = requireActive(found.service, serviceId)
  const terms = calculateTerms(service, request.partySize, false)
  refuseTooExpensive(terms.price)

  const guest = createGuest(contact, locale)
  const booker = { ...toBooker(guest), isEnteredByBusiness: true }
  const rules = { notice: override?.minNotice ?? false, hours: override?.hours ?? false }
  const placement = { request, business, service, terms, booker, guest, actor: actorId, override: rules }
  await expireHolds(deps, expiredHolds)
  const placed = await db.transaction().execute((tx) => placeBooking(deps, tx, placement, (made) => keep(tx, made)))
  return placed?.booking ?? refuseTaken(deps, placement)
}
