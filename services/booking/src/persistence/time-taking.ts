import { sql, type Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Slot } from '@buy-locals/scheduling'
import { assign, type Assignment } from '../domain/assignment.ts'
import type { Booking } from '../domain/booking.ts'
import type { HolderId } from '../domain/catalogue.ts'
import type { Offer } from '../domain/offer.ts'
import * as allocations from './allocation-repository.ts'
import type { Database } from './database.ts'
import * as occurrences from './occurrence-repository.ts'

type Tx = Transaction<Database>
type Wish = {
  offer: Offer
  slot: Slot
  load: ReadonlyMap<string, number>
  partySize: number
  bookingId: Id<'booking'>
  holdExpiresAt: Temporal.Instant | undefined
}
export type Place = { staffId: Id<'staff'> | undefined; occurrenceId?: Id<'occurrence'> }

const mostTries = 12

/** Takes the time for the first who is free, writes the booking by `write`, then takes the seats. False where nobody is left. */
export async function takeTime(tx: Tx, wish: Wish, write: (place: Place) => Promise<void>): Promise<boolean> {
  const lost = new Set<HolderId>()
  for (let tries = 0; tries < mostTries; tries++) {
    const assignment = assign({ ...wish, lost })
    if (!assignment) return false
    await sql`savepoint attempt`.execute(tx)
    const missed =
      wish.offer.service.capacity > 1
        ? await joinGroup(tx, wish, assignment, write)
        : await takeAlone(tx, wish, assignment, write)
    if (!missed) return true
    await sql`rollback to savepoint attempt`.execute(tx)
    for (const holder of missed) lost.add(holder)
  }
  return false
}

type Missed = HolderId[] | undefined

async function takeAlone(
  tx: Tx,
  wish: Wish,
  { staffId, holders }: Assignment,
  write: (place: Place) => Promise<void>,
): Promise<Missed> {
  const { offer, bookingId, holdExpiresAt } = wish
  const [start, end] = instants(wish.slot)
  const range = {
    from: start.subtract({ minutes: offer.service.bufferBeforeMinutes }),
    to: end.add({ minutes: offer.service.bufferAfterMinutes }),
  }
  const missed = await allocations.take(tx, holders, range, { booking_id: bookingId, expires_at: holdExpiresAt })
  if (missed.length) return missed
  await write({ staffId })
  return undefined
}

async function joinGroup(
  tx: Tx,
  wish: Wish,
  { staffId, holders }: Assignment,
  write: (place: Place) => Promise<void>,
): Promise<Missed> {
  const { service } = wish.offer
  const [start_at, end_at] = instants(wish.slot)
  const wanted = {
    business_id: service.businessId,
    service_id: service.id,
    staff_id: staffId ?? null,
    start_at,
    end_at,
    buffer_before_minutes: service.bufferBeforeMinutes,
    buffer_after_minutes: service.bufferAfterMinutes,
    capacity: service.capacity,
  }
  const joined = await occurrences.join(tx, wanted, holders)
  if ('lost' in joined) return joined.lost
  await write({ staffId, occurrenceId: joined.id })
  const hasSeats = await occurrences.sit(tx, joined.id, wish.partySize)
  return hasSeats ? undefined : holders
}

const instants = ({ start, end }: Slot) => [Temporal.Instant.from(start), Temporal.Instant.from(end)] as const

/** Gives back what a booking had. */
export async function giveBack(tx: Tx, { id, occurrenceId, partySize }: Booking): Promise<void> {
  if (occurrenceId) await occurrences.rise(tx, occurrenceId, partySize)
  else await allocations.release(tx, { booking_id: id })
}

/** Takes again exactly what an expired booking had; undefined, and nothing taken, where others have it now. */
export async function takeAgain(tx: Tx, booking: Booking): Promise<Booking | undefined> {
  await sql`savepoint again`.execute(tx)
  const taken = booking.occurrenceId ? await sitAgain(tx, booking, booking.occurrenceId) : await standAgain(tx, booking)
  if (!taken) await sql`rollback to savepoint again`.execute(tx)
  return taken
}

async function standAgain(tx: Tx, booking: Booking): Promise<Booking | undefined> {
  return (await allocations.retake(tx, booking.id)) ? booking : undefined
}

async function sitAgain(tx: Tx, booking: Booking, id: Id<'occurrence'>): Promise<Booking | undefined> {
  const joined = await occurrences.revive(tx, id)
  if ('lost' in joined || !(await occurrences.sit(tx, joined.id, booking.partySize))) return undefined
  return { ...booking, occurrenceId: joined.id }
}
