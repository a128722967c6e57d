import type { Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { listCalendarsBesideStaff } from '../domain/bookable-service.ts'
import type { Booking } from '../domain/booking.ts'
import type { Business } from '../domain/catalogue.ts'
import { notFound } from '../domain/not-found.ts'
import { holdMove, overrideFor, reschedule } from '../domain/reschedule.ts'
import type { Terms } from '../domain/terms.ts'
import { findBrokenRule, findSlotAt, outsidePolicy } from '../domain/start-rules.ts'
import * as allocations from '../persistence/allocation-repository.ts'
import * as bookableServices from '../persistence/bookable-services.ts'
import type { Database } from '../persistence/database.ts'
import * as savepoint from '../persistence/savepoint.ts'
import { dropTime, extendBlocks, takeTime } from './take-time.ts'

type Tx = Transaction<Database>
type Move = {
  booking: Booking
  business: Business
  service: Service
  by: 'consumer' | 'business'
  terms: Terms
  start: Temporal.Instant
  staffId: Id<'staff'> | undefined
  /** Where more is to pay: the new time is held beside the old one until then. */
  holdExpiresAt: Temporal.Instant | undefined
}

/** Gives up the time of a booking and takes another, or holds it beside. Undefined where that is taken, and then it still has the old one. */
export async function moveTime({ clock, settings }: Deps, tx: Tx, move: Move): Promise<Booking | undefined> {
  const now = clock()
  const { booking, business, service, by, terms, start, staffId, holdExpiresAt } = move
  const load = async () => {
    const options = { takesPayments: settings.takesPayments, now, staffId }
    const loaded = await bookableServices.loadToBook(tx, business, service, start, options)
    if (staffId && loaded.bookable.staff.length === 0) throw notFound('staff', staffId)
    return loaded
  }
  // Whoever takes or moves time waits here, so that nobody waits for a calendar while they hold another.
  const { bookable: candidates } = await load()
  const calendars = [...candidates.staff, ...listCalendarsBesideStaff(candidates)].map(({ id }) => id)
  await allocations.lockCalendars(tx, [...(await allocations.calendarsOf(tx, booking)), ...calendars])
  await savepoint.set(tx, 'before_move')
  await dropTime(tx, booking)

  const { bookable, bookingsOnDay } = await load()
  const request = { start, partySize: booking.partySize }
  const slot = findSlotAt(bookable, request, now, overrideFor(by))
  if (!slot) {
    const rule = findBrokenRule(bookable, request, now, overrideFor(by))
    if (rule) throw outsidePolicy(rule)
    await savepoint.rollBack(tx, 'before_move')
    return undefined
  }
  // Who was to give it before gives it again where they can.
  const preferred = new Map([...bookingsOnDay, ...(booking.staffId ? [[booking.staffId, -1] as const] : [])])
  let moved: Booking | undefined
  const keep = async ({ staffId: givenBy, groupSessionId }: Pick<Booking, 'staffId' | 'groupSessionId'>) => {
    const staffName = bookable.staff.find(({ id }) => id === givenBy)?.name
    const time = { start, end: Temporal.Instant.from(slot.end), staffId: givenBy, staffName, groupSessionId }
    moved = reschedule(booking, { ...terms, ...time }, by, now)
  }
  const { id: bookingId, partySize } = booking
  const time = { bookable, slot, bookingsOnDay: preferred, partySize, bookingId, holdExpiresAt: undefined }
  if ((await takeTime(tx, time, keep)) && moved) {
    if (!holdExpiresAt) return moved
    const held = await holdBeside(tx, booking, moved, terms, holdExpiresAt)
    if (held) return held
  }
  await savepoint.rollBack(tx, 'before_move')
  return undefined
}

/** It was taken without the old time in its way, so that a booking can be moved over itself; of that, only what is not its own is held. */
async function holdBeside(tx: Tx, booking: Booking, moved: Booking, terms: Terms, expiresAt: Temporal.Instant) {
  const { start, end, staffId, staffName } = moved
  const time = await allocations.timeOf(tx, booking.id)
  await savepoint.rollBack(tx, 'before_move')
  await allocations.removeHeld(tx, booking.id)
  const isTaken = await allocations.takeBeside(tx, time, booking.id, expiresAt)
  if (booking.heldMove) await extendBlocks(tx, booking.businessId, booking.heldMove) // held before
  return isTaken ? holdMove(booking, { ...time, start, end, staffId, staffName }, terms, expiresAt) : undefined
}
