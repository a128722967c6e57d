import type { Transaction } from 'kysely'
import { sessionMessageSent } from '@buy-locals/contracts/booking/events'
import { saveConsequences } from '@buy-locals/service-kit/consequences'
import { toEventRow } from '@buy-locals/service-kit/outbox'
import { throttleKey } from '@buy-locals/service-kit/throttle'
import { newId, type Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { notFound } from '../domain/not-found.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as groupSessions from '../persistence/group-session-repository.ts'

type Command = {
  businessId: Id<'business'>
  groupSessionId: Id<'groupSession'>
  text: string
  actorId: Id<'person'>
}

/** Everybody whose seat is confirmed reads it. `keep` stores the response with it. Returns to how many it was sent. */
export async function messageGroupSession(
  { db, clock, throttle, settings }: Deps,
  { businessId, groupSessionId, text, actorId }: Command,
  keep: (tx: Transaction<Database>, sent: number) => Promise<void>,
): Promise<number> {
  const key = throttleKey('session-message', groupSessionId)
  await throttle.consumeAll([{ name: 'session-message', key, limit: settings.messagesPerSession }])
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const session = await groupSessions.find(tx, businessId, groupSessionId)
    if (!session) throw notFound('group session', groupSessionId)
    const booked = (await bookings.lockOfSession(tx, groupSessionId)).filter(({ status }) => status === 'confirmed')
    await keep(tx, booked.length)
    const events = booked.map((booking) => toMessage(booking, text))
    const audit = [{ actor: actorId, action: sessionMessageSent.type, subject: groupSessionId }]
    await saveConsequences(tx, now, { events, audit })
    return booked.length
  })
}

/** A subject of its own: it says nothing of the state of the booking. */
const toMessage = ({ id: bookingId, start, ...booking }: Booking, text: string) =>
  toEventRow(sessionMessageSent, newId('event'), 1, { ...booking, bookingId, start: toSecond(start), text })
