import type { bookForCustomer } from '@buy-locals/contracts/booking/operations'
import type { Customer as KnownCustomer, Service } from '@buy-locals/contracts/booking/shapes'
import type { Input } from '@buy-locals/contracts/operation'
import type { Id } from '@buy-locals/values/ids'
import { addMinutes, toLocalDate, toLocalTime } from '../time/dates'
import { toInstant } from '../time/wall-time'

/** A booking that the business makes for somebody on the phone or at the counter. */
export type CustomerBooking = {
  serviceId: string
  staffId: string
  partySize: number
  day: string
  /** The chosen free start. */
  start: string
  /** A time that the owner sets, which may lie inside the notice or outside the hours. */
  isOwnTime: boolean
  time: string
  overridesNotice: boolean
  overridesHours: boolean
}

export type Customer = { name: string; phone: string; email: string; note: string }

export const emptyCustomer: Customer = { name: '', phone: '', email: '', note: '' }

/** Of somebody who has booked before. */
export const toContact = ({ name, phone = '', email = '' }: Pick<KnownCustomer, 'name' | 'phone' | 'email'>) => ({
  name,
  phone,
  email,
})

/** The fields in which a refused booking can be mended. */
export const customerBookingFields = ['start', 'customer.name', 'customer.phone', 'customer.email', 'note']

type BookingRequest = Input<typeof bookForCustomer>['body']

export function toBookingRequest(chosen: CustomerBooking, customer: Customer, timeZone: string): BookingRequest {
  const note = customer.note.trim()
  return {
    serviceId: chosen.serviceId as Id<'service'>,
    start: chosen.isOwnTime ? toInstant(chosen.day, chosen.time, timeZone) : chosen.start,
    partySize: chosen.partySize,
    customer: toRequestedContact(customer),
    ...(chosen.staffId && { staffId: chosen.staffId as Id<'staff'> }),
    ...(note && { note }),
    ...(chosen.isOwnTime && { override: { minNotice: chosen.overridesNotice, hours: chosen.overridesHours } }),
  }
}

export function toRequestedContact({ name, phone, email }: Customer): BookingRequest['customer'] {
  return { name, ...(phone.trim() && { phone: phone.trim() }), ...(email.trim() && { email: email.trim() }) }
}

type OwnTimeOptions = { stepMinutes: Service['stepMinutes']; timeZone: string; now: string }

/** Whoever sets a time means it, however soon. Of today it is most often now: somebody stands at the counter. */
export function beginOwnTime(
  { day, time }: CustomerBooking,
  { stepMinutes, timeZone, now }: OwnTimeOptions,
): Partial<CustomerBooking> {
  const isToday = toLocalDate(now, timeZone) === day
  return { isOwnTime: true, overridesNotice: true, time: time || (isToday ? floorTo(stepMinutes, now, timeZone) : '') }
}

/** The last time of day at which the service starts. */
function floorTo(stepMinutes: number, at: string, timeZone: string): string {
  const [hours = 0, minutes = 0] = toLocalTime(at, timeZone).split(':').map(Number)
  return toLocalTime(addMinutes(at, -((hours * 60 + minutes) % stepMinutes)), timeZone)
}
