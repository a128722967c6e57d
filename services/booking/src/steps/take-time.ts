import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Slot } from '@buy-locals/scheduling'
import type { Id } from '@buy-locals/values/ids'
import { fromSecond, isBefore } from '@buy-locals/values/time'
import { assign, type Assignment, type AssignmentRequest } from '../domain/assignment.ts'
import type { Booking, HeldMove } from '../domain/booking.ts'
import type { CalendarId } from '../domain/catalogue.ts'
import * as allocations from '../persistence/allocation-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as blocks from '../persistence/block-repository.ts'
import * as groupSessions from '../persistence/group-session-repository.ts'
import * as savepoint from '../persistence/savepoint.ts'

type Tx = Transaction<Database>
type TimeRequest = Omit<AssignmentRequest, 'lost'> & {
  bookingId: Id<'booking'>
  holdExpiresAt: Temporal.Instant | undefined
}
type Taken = Pick<Booking, 'staffId' | 'groupSessionId'>
/** Of a class, whether nobody else can have a seat of it now. */
type Secured = { isFull: boolean }

const maxAttempts = 12

/** Takes the time of the first choice that is free, inserts the booking by `insert`, then reserves the seats. Undefined where nobody is left. */
export async function takeTime(
  tx: Tx,
  request: TimeRequest,
  insert: (taken: Taken) => Promise<void>,
): Promise<Secured | undefined> {
  const lost = new Set<CalendarId>()
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const assignment = assign({ ...request, lost })
    if (!assignment) return undefined
    if (attempt > 0) assignment.joins = undefined // the session that was read may have ended: looked up, or started anew
    const isClass = request.bookable.service.capacity > 1
    const takeAssigned = isClass ? takeSeats : takeCalendars
    const leavesParts = isClass || assignment.calendarIds.length > 1 // of one calendar all or nothing is taken
    if (leavesParts) await savepoint.set(tx)
    const secured = await takeAssigned(tx, request, assignment, insert)
    if (!('lost' in secured)) return secured
    if (leavesParts) await savepoint.rollBack(tx)
    for (const id of secured.lost) lost.add(id)
  }
  return undefined
}

/** The calendars that others were faster to take. */
type Lost = { lost: CalendarId[] }

async function takeCalendars(
  tx: Tx,
  { bookable, slot, bookingId, holdExpiresAt }: TimeRequest,
  { staffId, calendarIds }: Assignment,
  insert: (taken: Taken) => Promise<void>,
): Promise<Secured | Lost> {
  const [start, end] = toInstants(slot)
  const range = {
    from: start.subtract({ minutes: bookable.service.bufferBeforeMinutes }),
    to: end.add({ minutes: bookable.service.bufferAfterMinutes }),
  }
  const lost = await allocations.take(tx, calendarIds, range, { bookingId }, holdExpiresAt)
  if (lost.length) return { lost }
  await insert({ staffId })
  return { isFull: false }
}

async function takeSeats(
  tx: Tx,
  { bookable: { service }, slot, partySize }: TimeRequest,
  { staffId, calendarIds, joins }: Assignment,
  insert: (taken: Taken) => Promise<void>,
): Promise<Secured | Lost> {
  const [start, end] = toInstants(slot)
  const session = joins
    ? { id: joins.id, isStarted: false }
    : await groupSessions.start(tx, service, { staffId, start, end }, calendarIds, partySize)
  if ('lost' in session) return session
  await insert({ staffId, groupSessionId: session.id })
  if (session.isStarted) return { isFull: partySize === service.capacity }
  const reserved = await groupSessions.reserveSeats(tx, session.id, partySize)
  return reserved ?? { lost: joins ? [] : calendarIds }
}

const toInstants = ({ start, end }: Slot) => [fromSecond(start), fromSecond(end)] as const

/** What was blocked around the booking is blocked here too from now on. Of a session that is over nobody takes a seat, so none is given back. */
export async function releaseTime(tx: Tx, booking: Booking, now: Temporal.Instant): Promise<void> {
  const { id, groupSessionId, partySize, end } = booking
  if (groupSessionId && !isBefore(now, end)) return
  if (groupSessionId) await groupSessions.releaseSeats(tx, groupSessionId, partySize)
  else await allocations.release(tx, { bookingId: id })
  await extendBlocksOver(tx, booking)
}

/** Blocks take what a booking has had. */
export const extendBlocksOver = (tx: Tx, { businessId, start, end }: Booking): Promise<void> =>
  extendBlocks(tx, businessId, { from: start.subtract(longestBuffer), to: end.add(longestBuffer) })

const longestBuffer = { hours: 4 }

/** Blocks take what has become free under them. */
export async function extendBlocks(
  tx: Tx,
  businessId: Id<'business'>,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<void> {
  for (const block of await blocks.lockBetween(tx, businessId, from, to)) await takeForBlock(tx, block)
}

export async function takeForBlock(
  tx: Tx,
  { id, staffId, resourceId, serviceId, start, end }: blocks.Block,
): Promise<void> {
  const calendarId = staffId ?? resourceId ?? serviceId
  if (calendarId) await allocations.takeRest(tx, calendarId, { from: start, to: end }, id)
}

/** The time that was held beside the one a booking keeps. */
export async function releaseHeldTime(tx: Tx, { id, businessId }: Booking, { from, to }: HeldMove): Promise<void> {
  await allocations.removeHeld(tx, id)
  await extendBlocks(tx, businessId, { from, to })
}

/** Its old time is given up for the one that was held. False where it cannot be had, and then it still has both. */
export async function takeHeldTime(tx: Tx, booking: Booking, held: HeldMove): Promise<boolean> {
  await allocations.lockCalendars(tx, await allocations.calendarsOf(tx, booking))
  await savepoint.set(tx)
  await allocations.remove(tx, booking.id)
  const lost = await allocations.take(tx, held.calendarIds, held, { bookingId: booking.id })
  if (lost.length) await savepoint.rollBack(tx)
  return lost.length === 0
}

/** For a booking that takes another time in the same transaction. */
export async function dropTime(tx: Tx, { id, groupSessionId, partySize }: Booking): Promise<void> {
  if (groupSessionId) await groupSessions.releaseSeats(tx, groupSessionId, partySize)
  else await allocations.remove(tx, id)
}

/** Takes exactly what an expired booking had; undefined, and nothing taken, where others have it now. */
export async function retakeTime(tx: Tx, booking: Booking): Promise<Booking | undefined> {
  await savepoint.set(tx)
  const { groupSessionId } = booking
  const retaken = groupSessionId ? await retakeSeats(tx, booking, groupSessionId) : await retakeCalendars(tx, booking)
  if (!retaken) await savepoint.rollBack(tx)
  return retaken
}

async function retakeCalendars(tx: Tx, booking: Booking): Promise<Booking | undefined> {
  return (await allocations.retake(tx, booking.id)) ? booking : undefined
}

async function retakeSeats(tx: Tx, booking: Booking, sessionId: Id<'groupSession'>): Promise<Booking | undefined> {
  const session = await groupSessions.reopen(tx, sessionId, booking.partySize)
  if ('lost' in session) return undefined
  const hasSeats = session.isStarted || (await groupSessions.reserveSeats(tx, session.id, booking.partySize))
  return hasSeats ? { ...booking, groupSessionId: session.id } : undefined
}
