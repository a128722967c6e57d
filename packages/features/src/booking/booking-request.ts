import { Refusal } from '@buy-locals/api-client/refusal'
import type { book } from '@buy-locals/contracts/booking/operations'
import type { Body } from '@buy-locals/contracts/operation'
import type { ProblemCode } from '@buy-locals/contracts/problem'
import type { BookingOptions } from './load-options'

export type BookingDetails = {
  start: string
  note: string
  guest: { name: string; email: string; phone: string } | undefined
  /** A second visit at the time of another one is meant. */
  allowsOverlap?: boolean
}

/** The fields of a guest, as a refusal names them. */
export const guestFields = ['guest.name', 'guest.email', 'guest.phone']

type Chosen = Pick<BookingOptions, 'business' | 'service' | 'staffId' | 'partySize'>

/** What a booking is requested with. What its booker holds of the service otherwise is released for it. */
export const bookingRequest = (
  { business, service, staffId, partySize }: Chosen,
  { start, note, guest, allowsOverlap }: BookingDetails,
): Body<typeof book> => ({
  businessId: business.id,
  serviceId: service.id,
  start,
  partySize,
  ...(staffId && { staffId }),
  ...(note && { note }),
  ...(allowsOverlap ? { allowOverlap: true } : { replaceHolds: true }),
  ...(guest && { guest: { name: guest.name, email: guest.email, ...(guest.phone && { phone: guest.phone }) } }),
})

export type Alternative = { start: string; staffIds?: string[] }
export type OwnBooking = { id: string; status: string; serviceName: string; start: string; timeZone: string }

const isRefused = (error: unknown, code: ProblemCode): error is Refusal =>
  error instanceof Refusal && error.code === code

/** The nearest free times, where somebody was faster. */
export const alternativesOf = (error: unknown): Alternative[] | undefined =>
  isRefused(error, 'booking/slot-taken') ? ((error.members['alternatives'] ?? []) as Alternative[]) : undefined

/** What the booker has at that time already. */
export const ownBookingOf = (error: unknown): OwnBooking | undefined =>
  isRefused(error, 'booking/already-booked') ? ((error.members['bookings'] ?? []) as OwnBooking[])[0] : undefined

type Held = { start: string; partySize: number; staffId?: string | undefined }

/** Whether what is held is what is chosen. With other people or another person it is not. */
export const isHeldFor = (
  hold: Held | undefined,
  { partySize, staffId }: Pick<BookingOptions, 'partySize' | 'staffId'>,
  start: string,
): boolean => hold?.start === start && hold.partySize === partySize && (!staffId || hold.staffId === staffId)
