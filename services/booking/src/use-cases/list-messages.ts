import { relationTo, requireRelation, type Requester } from '@buy-locals/booking-access/relation'
import type { Message, ReadMarks } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { notFound } from '../domain/not-found.ts'
import { closesAt, hidesContacts, presentMessage } from '../domain/thread.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as threads from '../persistence/thread-repository.ts'
import { hasMembers, sidesOf } from '../steps/thread-sides.ts'

type Query = { bookingId: Id<'booking'>; requester: Requester; limit: number; before: number | undefined }
type Listed = {
  items: Message[]
  next: number | undefined
  read: ReadMarks
  closesAt: string | undefined
  nobodyReads?: true
  hidesContacts: boolean
}

/** An operator reads what both sides read of each other. */
export async function listMessages(
  { db, clock }: Deps,
  { bookingId, requester, limit, before }: Query,
): Promise<Listed> {
  const booking = await bookings.find(db, bookingId)
  const relation = await relationTo(db, requester, booking)
  requireRelation(relation, notFound('booking', bookingId), 'booker', 'member', 'operator')
  const thread = await threads.find(db, bookingId)
  const found = thread ? await threads.listMessages(db, bookingId, limit + 1, before) : []
  const shown = found.slice(0, limit)
  const isRead = await hasMembers(db, booking.businessId)
  const closes = isRead ? closesAt(booking, clock()) : undefined
  return {
    items: shown.map((message) => presentMessage(message, { booking, sides: sidesOf(relation) })),
    next: found.length > limit ? shown.at(-1)?.number : undefined,
    read: thread?.read ?? { consumer: 0, business: 0 },
    closesAt: closes && toSecond(closes),
    ...(!isRead && closesAt(booking, clock()) && { nobodyReads: true as const }),
    hidesContacts: hidesContacts(booking),
  }
}
