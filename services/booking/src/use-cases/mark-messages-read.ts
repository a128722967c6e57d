import type { Requester } from '@buy-locals/booking-access/relation'
import { messagesRead } from '@buy-locals/contracts/booking/events'
import type { ReadMarks, ThreadSide } from '@buy-locals/contracts/booking/shapes'
import { saveConsequences } from '@buy-locals/service-kit/consequences'
import { toEventRow } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as threads from '../persistence/thread-repository.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { partyOf, threadEventOf } from '../steps/thread-sides.ts'

type Command = { bookingId: Id<'booking'>; requester: Requester; readBy: ThreadSide; upTo: number }

/** Published once all is read: until then there is still something new. */
export async function markMessagesRead(
  { db, clock }: Deps,
  { bookingId, requester, readBy, upTo }: Command,
): Promise<ReadMarks> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking } = await lockBooking(tx, bookingId, requester, partyOf(readBy))
    const marked = await threads.markRead(tx, { bookingId, readBy, upTo })
    if (!marked) return (await threads.find(tx, bookingId))?.read ?? { consumer: 0, business: 0 }
    if (!marked.unreadSince[readBy]) {
      const data = { ...threadEventOf(booking, requester, marked.version), readBy }
      const event = toEventRow(messagesRead, `${bookingId} ${readBy}`, marked.version, data)
      await saveConsequences(tx, now, { events: [event] })
    }
    return marked.read
  })
}
