import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { cleanLine } from '@buy-locals/contracts/plain-text'
import type { Booking } from '../domain/booking.ts'

/** The value of a parameter has no quotes (RFC 5545, 3.2), and a circumflex is an escape there (RFC 6868). */
const toParameter = (name: string) => name.replaceAll('"', "'").replaceAll('^', '^^')

const noVenue = { name: '', address: '' }

const cancelledStatuses: readonly Booking['status'][] = ['cancelled', 'expired', 'no-show']

/** One booking as an RFC 5545 file, with the page where it opens. The same UID through its whole life, so that a calendar replaces what it has. */
export function writeCalendarFile(booking: Booking, page: string): string {
  const venue = booking.venue ?? noVenue
  const [service, name, address] = [cleanLine(booking.serviceName), cleanLine(venue.name), cleanLine(venue.address)]
  const isCancelled = cancelledStatuses.includes(booking.status)
  const { hostname } = new URL(page)
  const calendar = ical({
    prodId: { company: 'Buy Locals', product: 'Bookings', language: 'EN' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${booking.id}@${hostname}`,
    sequence: booking.version,
    stamp: booking.rescheduledAt ?? booking.createdAt,
    start: booking.start,
    end: booking.end,
    summary: `${service}, ${name}`,
    location: address,
    url: page,
    organizer: { name: toParameter(name), email: `bookings@${hostname}` },
    status: isCancelled
      ? ICalEventStatus.CANCELLED
      : booking.status === 'held'
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
