import { Temporal } from 'temporal-polyfill'
import type { ThreadSide } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Notification } from './notifications.ts'

type SentMessage = {
  id: Id<'booking'>
  businessId: Id<'business'>
  consumerId: Id<'person'>
  staffId?: Id<'staff'> | undefined
  serviceName: string
  start: string
  timeZone: string
  sentBy: ThreadSide
  unreadSince: string
}

/** Whoever has the page open has read it by then. */
const timeToRead = { minutes: 2 }

/** Of what nobody reads, people are notified again after so long. */
const batchHours = 12

export const kindOfReader = { consumer: 'message-from-business', business: 'message-from-customer' } as const

/** However much is written, it is one notification, until it is read or half a day has passed. What was written is read in the thread alone. */
export function notificationsOfMessage(
  message: SentMessage,
  { at, business }: { at: string; business: string },
): Notification[] {
  const { id, businessId, consumerId, staffId, serviceName: service, start, timeZone, sentBy } = message
  const reader: ThreadSide = sentBy === 'consumer' ? 'business' : 'consumer'
  const notification = {
    kind: kindOfReader[reader],
    about: { bookingId: id, business, service, start, timeZone },
    delay: timeToRead,
    batch: `messages ${id} ${reader} ${message.unreadSince} ${countBatches(message.unreadSince, at)}`,
  }
  if (reader === 'consumer') return [{ ...notification, to: { person: consumerId }, link: `/bookings/${id}` }]
  const toBusiness = { ...notification, names: consumerId, link: `/dashboard/bookings/${id}` }
  return [
    ...(staffId ? [{ ...toBusiness, to: { calendar: staffId, of: businessId } }] : []),
    { ...toBusiness, to: { business: businessId } },
  ]
}

const countBatches = (since: string, at: string): number =>
  Math.floor(Temporal.Instant.from(since).until(Temporal.Instant.from(at)).total('hours') / batchHours)
