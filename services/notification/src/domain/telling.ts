import type { Id } from '@buy-locals/values/ids'

export type About = Record<string, string | number>

/** Something to tell: in the inbox, and by mail where `mail` is set. */
export type Telling = {
  kind: string
  to: { person: Id<'person'> } | { business: Id<'business'> }
  about: About
  link?: string
  mail?: true
}

type Booking = {
  id: Id<'booking'>
  businessId: Id<'business'>
  consumerId: Id<'person'>
  serviceName: string
  start: string
  timeZone: string
  status: string
  cancelledBy?: 'consumer' | 'business' | 'platform' | undefined
  refundShare?: number | undefined
}

/** Who is told what of a booking. The person who did it is not told that they did. */
export function ofBooking(event: string, booking: Booking, businessName: string): Telling[] {
  const about = {
    bookingId: booking.id,
    business: businessName,
    service: booking.serviceName,
    start: booking.start,
    timeZone: booking.timeZone,
    ...(booking.refundShare !== undefined && { refundShare: booking.refundShare }),
    ...(booking.cancelledBy && { cancelledBy: booking.cancelledBy }),
  }
  const inbox = (kind: string): Telling => ({
    kind,
    to: { person: booking.consumerId },
    about,
    link: `/bookings/${booking.id}`,
  })
  const consumer = (kind: string): Telling => ({ ...inbox(kind), mail: true })
  const business = (kind: string): Telling => ({
    kind,
    to: { business: booking.businessId },
    about,
    link: `/dashboard/bookings/${booking.id}`,
  })
  switch (event) {
    case 'booking.confirmed.v1':
      return [consumer('booking-confirmed'), business('booking-new')]
    case 'booking.cancelled.v1':
      return [
        consumer('booking-cancelled'),
        ...(booking.cancelledBy === 'business' ? [] : [business('booking-cancelled')]),
      ]
    case 'booking.completed.v1':
      return [consumer('booking-completed')]
    case 'booking.no-show.v1':
      return [consumer('booking-no-show')]
    case 'booking.expired.v1':
      return [inbox('booking-expired')]
    case 'booking.payment-unusable.v1':
      return [consumer('payment-unusable')]
    case 'booking.complaint-filed.v1':
      return [business('complaint-filed')]
    case 'booking.complaint-decided.v1':
      return [consumer('complaint-decided'), business('complaint-decided')]
    default:
      return []
  }
}
