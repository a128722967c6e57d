import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Booking } from '../domain/booking.ts'

type Place = { name: string; place: string }

const over: readonly Booking['status'][] = ['cancelled', 'expired', 'no-show']

/** One booking as an RFC 5545 file. The same UID through its whole life, so that a calendar replaces what it has. */
export function calendarFile(booking: Booking, { name, place }: Place, publicUrl: string): string {
  const isOver = over.includes(booking.status)
  const { hostname } = new URL(publicUrl)
  const calendar = ical({
    prodId: { company: 'Buy Locals', product: 'Bookings', language: 'EN' },
    method: isOver ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${booking.id}@${hostname}`,
    sequence: booking.version,
    stamp: booking.createdAt,
    start: booking.start,
    end: booking.end,
    summary: `${booking.serviceName}, ${name}`,
    location: place,
    url: `${publicUrl.replace(/\/$/, '')}/bookings/${booking.id}`,
    organizer: { name, email: `bookings@${hostname}` },
    status: isOver
      ? ICalEventStatus.CANCELLED
      : booking.status === 'held'
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
