import type { z } from 'zod'
import { id, newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { cancel } from '../domain/booking.ts'
import type { CalendarId } from '../domain/catalogue.ts'
import { notFound } from '../domain/not-found.ts'
import * as blocks from '../persistence/block-repository.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as groupSessions from '../persistence/group-session-repository.ts'
import { saveCancelled } from '../steps/save-cancelled.ts'
import { takeForBlock } from '../steps/take-time.ts'

type Command = {
  businessId: Id<'business'>
  groupSessionId: Id<'groupSession'>
  reason: string
  actorId: Id<'person'>
}

/** Everybody's booking is cancelled by the business, and the time is blocked so that nobody books it again. Returns how many there were. */
export async function cancelGroupSession(deps: Deps, command: Command): Promise<number> {
  let count = 0
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const { cancelled, isOver } = await cancelOnce(deps, command)
    count += cancelled
    if (isOver) break
  }
  return count
}

/** Whoever booked a seat while the others were cancelled is cancelled by the next attempt: one transaction that waited for them could deadlock. */
const maxAttempts = 20

async function cancelOnce({ db, clock }: Deps, { businessId, groupSessionId, reason, actorId }: Command) {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const session = await groupSessions.find(tx, businessId, groupSessionId)
    if (!session) throw notFound('group session', groupSessionId)
    const booked = await bookings.lockOfSession(tx, groupSessionId)
    for (const booking of booked)
      await saveCancelled(tx, now, booking, cancel(booking, 'business', reason, now), actorId)
    const after = booked.length ? await groupSessions.find(tx, businessId, groupSessionId) : session
    const isOver = !after?.live
    if (session.live && isOver) await blockCalendar(session)
    return { cancelled: booked.length, isOver }

    /** Of whoever leads it, or else of the first of its rooms, or else the class's own. */
    async function blockCalendar({ calendarIds, start, end }: typeof session & object) {
      const calendar = pickCalendar(calendarIds)
      if (!calendar) return
      const unnamed = { kind: undefined, note: undefined, seriesId: undefined }
      const block = { id: newId('block'), businessId, ...calendar, start, end, ...unnamed }
      await blocks.insert(tx, [block], actorId)
      await takeForBlock(tx, block)
    }
  })
}

const kinds = { staffId: id('staff'), resourceId: id('resource'), serviceId: id('service') } as const

function pickCalendar(calendarIds: readonly CalendarId[]) {
  const first = <K extends keyof typeof kinds>(kind: K) =>
    calendarIds.find((calendarId) => kinds[kind].safeParse(calendarId).success) as
      z.output<(typeof kinds)[K]> | undefined
  const none = { staffId: undefined, resourceId: undefined, serviceId: undefined }
  const [staffId, resourceId, serviceId] = [first('staffId'), first('resourceId'), first('serviceId')]
  if (staffId) return { ...none, staffId }
  if (resourceId) return { ...none, resourceId }
  return serviceId && { ...none, serviceId }
}
