import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Temporal } from 'temporal-polyfill'
import { newId, type Id } from '@buy-locals/values/ids'
import { localTimeOf } from '@buy-locals/values/time'
import type { Booking } from './booking.ts'
import type { Business } from './catalogue.ts'
import type { Terms } from './terms.ts'

export type BookingRequest = {
  businessId: Id<'business'>
  serviceId: Id<'service'>
  start: Temporal.Instant
  staffId?: Id<'staff'> | undefined
  partySize: number
  note?: string | undefined
}

export type NewBooking = {
  request: BookingRequest
  business: Business
  service: Service
  terms: Terms
  booker: Pick<Booking, 'consumerId' | 'isGuest' | 'manageTokenHash' | 'isEnteredByBusiness'>
}

const toVenue = ({ name, address, phone }: Business): Booking['venue'] => ({ name, address, ...(phone && { phone }) })

/** Price, policy, place, zone and wall time are those of this moment and stay, whatever the catalogue says later. */
export function draftBooking(
  { request, business, service, terms, booker }: NewBooking,
  holdMinutes: number,
  now: Temporal.Instant,
): Booking {
  const { start, partySize, note } = request
  const isHeld = terms.payment === 'online'
  return {
    id: newId('booking'),
    businessId: business.id,
    marketId: business.marketId,
    serviceId: service.id,
    serviceName: service.name,
    ...booker,
    status: isHeld ? 'held' : 'confirmed',
    start,
    end: start.add({ minutes: service.durationMinutes }),
    venue: toVenue(business),
    timeZone: business.timeZone,
    localStart: localTimeOf(start, business.timeZone),
    partySize,
    ...terms,
    policy: service.policy,
    holdExpiresAt: isHeld ? now.add({ minutes: holdMinutes }).round('second') : undefined,
    isFinal: false,
    note,
    createdAt: now,
    version: 1,
  }
}
