import type { Kysely } from 'kysely'
import { relationTo, requireRelation, type Requester } from '@buy-locals/booking-access/relation'
import { messageReported } from '@buy-locals/contracts/booking/events'
import type { Message } from '@buy-locals/contracts/booking/shapes'
import { saveConsequences } from '@buy-locals/service-kit/consequences'
import { toEventRow } from '@buy-locals/service-kit/outbox'
import { throttleKey } from '@buy-locals/service-kit/throttle'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { notFound } from '../domain/not-found.ts'
import { otherSide, presentMessage, type SentMessage } from '../domain/thread.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as reports from '../persistence/message-report-repository.ts'
import * as threads from '../persistence/thread-repository.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { partyOf, reportEventOf } from '../steps/thread-sides.ts'

type Command = { bookingId: Id<'booking'>; requester: Requester; number: number; reason: string }

/** The operator is asked to look at it. Until the decision both sides read it, and twice is once. */
export async function reportMessage(
  { db, clock, throttle, settings }: Deps,
  { bookingId, requester, number, reason }: Command,
): Promise<Message> {
  const found = await bookings.find(db, bookingId)
  const relation = await relationTo(db, requester, found)
  requireRelation(relation, notFound('booking', bookingId), 'booker', 'member')
  const reader = otherSide((await findMessage(db, bookingId, number)).sentBy)
  requireRelation(relation, notFound('booking', bookingId), partyOf(reader))
  const key = throttleKey('message-report', `${bookingId} ${reader}`)
  await throttle.consumeAll([{ name: 'message-report', key, limit: settings.reportsPerThread }])
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking } = await lockBooking(tx, bookingId, requester, partyOf(reader))
    const message = await findMessage(tx, bookingId, number)
    const { marketId } = booking
    const reportId = newId('messageReport')
    const isNew = await reports.insert(tx, reportId, { bookingId, number, marketId, reason, reportedAt: now })
    if (isNew) {
      const data = reportEventOf(booking, message, requester.actor, 1)
      const events = [toEventRow(messageReported, reportId, 1, data)]
      const actor = requester.actor?.id ?? booking.consumerId
      await saveConsequences(tx, now, { events, audit: [{ actor, action: messageReported.type, subject: bookingId }] })
    }
    return presentMessage({ ...message, report: message.report ?? {} }, { booking, sides: [reader] })
  })
}

async function findMessage(db: Kysely<Database>, bookingId: Id<'booking'>, number: number): Promise<SentMessage> {
  const message = await threads.findMessage(db, bookingId, number)
  if (!message) throw notFound('message', `${number} of ${bookingId}`)
  return message
}
