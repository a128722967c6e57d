import { listMessages, readBooking } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { readReview } from '@buy-locals/contracts/review/operations'
import type { Id } from '@buy-locals/values/ids'
import type { Visit } from '../server/visit'
import { formatPhone } from '@buy-locals/values/phone'
import { ignoreHidden } from '@buy-locals/api-client/refusal'

/** One booking for whoever may see it. Everybody else cannot tell whether it exists. */
export async function loadBooking({ callApi, now, me, openedBookings }: Visit, bookingId: string) {
  const booking = await callApi(readBooking, { params: { bookingId: bookingId as Id<'booking'> } }).catch(ignoreHidden)
  if (!booking) return { kind: 'locked' as const, bookingId }
  const [business, review, thread] = await Promise.all([
    callApi(readBusiness, { params: { businessId: booking.businessId } }).catch(ignoreHidden),
    booking.status === 'completed'
      ? callApi(readReview, { params: { bookingId: booking.id } }).catch(ignoreHidden)
      : undefined,
    callApi(listMessages, { params: { bookingId: booking.id }, query: { limit: 20 } }),
  ])
  /** Opened by a guest's link, and not somebody's own account. */
  const isByLink = openedBookings.includes(booking.id) && me?.id !== booking.consumerId
  const phone = business?.phone ?? booking.venue?.phone
  const phoneText = phone && formatPhone(phone, business?.address.country)
  return { kind: 'open' as const, booking, business, phoneText, review, thread, now, isByLink }
}

export type LoadedBooking = Extract<Awaited<ReturnType<typeof loadBooking>>, { kind: 'open' }>
