import { readBooking } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { readReview } from '@buy-locals/contracts/review/operations'
import type { Id } from '@buy-locals/values/ids'
import type { Visit } from '../server/visit'
import { asClosed } from '../site/refused'

/** One booking for whoever may see it. To everybody else it says the same, whether or not it exists. */
export async function loadOne({ call, now }: Visit, bookingId: string) {
  const booking = await call(readBooking, { params: { bookingId: bookingId as Id<'booking'> } }).catch(asClosed)
  if (!booking) return { kind: 'closed' as const, bookingId }
  const [business, review] = await Promise.all([
    call(readBusiness, { params: { businessId: booking.businessId } }).catch(asClosed),
    booking.status === 'completed'
      ? call(readReview, { params: { bookingId: booking.id } }).catch(asClosed)
      : undefined,
  ])
  return { kind: 'open' as const, booking, business, review, now }
}

export type Open = Extract<Awaited<ReturnType<typeof loadOne>>, { kind: 'open' }>
