import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { cleanLine } from '@buy-locals/contracts/plain-text'
import type { CalendarEntry } from '../domain/notifications.ts'
import type { Attachment } from '../mail.ts'

/** The value of a parameter has no quotes (RFC 5545, 3.2), and a circumflex is an escape there (RFC 6868). */
const toParameter = (name: string) => cleanLine(name).replaceAll('"', "'").replaceAll('^', '^^')

type Input = {
  entry: CalendarEntry
  business: string
  service: string
  address: string | undefined
  to: string
  publicUrl: string
  at: string
}

/** What a calendar makes of a booking (RFC 5546). The UID is that of the file on the booking's page: whatever comes later replaces it. */
export function writeCalendarFile({ entry, business, service, address, to, publicUrl, at }: Input): Attachment {
  const { hostname } = new URL(publicUrl)
  const isCancelled = entry.method === 'CANCEL'
  const calendar = ical({
    prodId: { company: 'Buy Locals', product: 'Bookings', language: 'EN' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  })
  const organizer = { name: toParameter(business), email: `bookings@${hostname}` }
  const event = calendar.createEvent({
    id: `${entry.bookingId}@${hostname}`,
    sequence: entry.sequence,
    stamp: at,
    ...{ start: entry.start, end: entry.end },
    summary: `${cleanLine(service)}, ${cleanLine(business)}`,
    ...(address && { location: cleanLine(address) }),
    url: `${publicUrl}/bookings/${entry.bookingId}`,
    organizer,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  // They have booked it: nobody has to reply.
  event.createAttendee({ email: to, status: ICalAttendeeStatus.ACCEPTED, rsvp: false })
  return {
    name: 'booking.ics',
    contentType: `text/calendar; charset=utf-8; method=${entry.method}`,
    content: calendar.toString(),
  }
}
