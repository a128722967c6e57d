import type { Transaction } from 'kysely'
import { relationTo, requireRelation, type Requester } from '@buy-locals/booking-access/relation'
import { messageSent } from '@buy-locals/contracts/booking/events'
import type { Message, ThreadSide } from '@buy-locals/contracts/booking/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { saveConsequences } from '@buy-locals/service-kit/consequences'
import { isErased } from '@buy-locals/service-kit/erasure'
import { toEventRow } from '@buy-locals/service-kit/outbox'
import { throttleKey } from '@buy-locals/service-kit/throttle'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { notFound } from '../domain/not-found.ts'
import { otherSide, presentMessage, refuseClosed } from '../domain/thread.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/people.ts'
import * as threads from '../persistence/thread-repository.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { hasMembers, partyOf, threadEventOf } from '../steps/thread-sides.ts'

type Command = { bookingId: Id<'booking'>; requester: Requester; sentBy: ThreadSide; text: string }

/** `keep` stores the response with it. What is counted are messages of those who may write. */
export async function sendMessage(
  deps: Deps,
  { bookingId, requester, sentBy, text }: Command,
  keep: (tx: Transaction<Database>, message: Message) => Promise<void>,
): Promise<Message> {
  const { db, clock, throttle, settings } = deps
  const relation = await relationTo(db, requester, await bookings.find(db, bookingId))
  requireRelation(relation, notFound('booking', bookingId), partyOf(sentBy))
  const key = throttleKey('message', `${bookingId} ${sentBy}`)
  await throttle.consumeAll([{ name: 'message', key, limit: settings.messagesPerThread }])
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking } = await lockBooking(tx, bookingId, requester, partyOf(sentBy))
    refuseClosed(booking, now)
    if (sentBy === 'business' && !(await canBeNotified(tx, booking)))
      throw new Problem('booking/no-address', 'Nobody could read it: the customer has no mail address')
    if (sentBy === 'consumer' && !(await hasMembers(tx, booking.businessId)))
      throw new Problem('booking/nobody-reads', 'Nobody could read it: the business has no members')
    const reader = otherSide(sentBy)
    const sent = await threads.append(tx, { bookingId, sentBy, reader, text, sentAt: now })
    const { version, unreadSince } = sent.thread
    const message = presentMessage(sent.message, { booking, sides: [sentBy] })
    await keep(tx, message)
    const { serviceName, start, timeZone, venue, staffId } = booking
    const data = {
      ...threadEventOf(booking, requester, version),
      ...{ serviceName, start: toSecond(start), timeZone, venue, staffId, sentBy },
      unreadSince: toSecond(unreadSince[reader] ?? now),
    }
    await saveConsequences(tx, now, { events: [toEventRow(messageSent, `${bookingId} ${reader}`, version, data)] })
    return message
  })
}

/** Whoever booked on the phone may have left no address, and whoever is erased has none any more. */
const canBeNotified = async (tx: Transaction<Database>, { consumerId, isGuest }: Booking): Promise<boolean> =>
  isGuest
    ? (await people.findContact(tx, consumerId))?.email !== undefined
    : !(await isErased<Database>(tx, consumerId))
