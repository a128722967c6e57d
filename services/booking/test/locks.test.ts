import { sql, type Kysely, type Transaction } from 'kysely'
import { expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import * as api from '@buy-locals/contracts/booking/operations'
import { newId } from '@buy-locals/values/ids'
import * as allocations from '../src/persistence/allocation-repository.ts'
import type { Database } from '../src/persistence/database.ts'
import { startBooking } from './support.ts'

type Tx = Transaction<Database>

test('in whatever order rooms are taken, no two transactions wait for each other', async () => {
  await using booking = await startBooking()
  const rooms = Array.from({ length: 40 }, () => newId('resource'))
  const from = Temporal.Instant.from('2026-03-23T15:00:00Z')
  const range = { from, to: from.add({ minutes: 30 }) }
  const undone = new Error('undone')
  const tryToTake = async (index: number) => {
    const named = index % 2 ? rooms : rooms.toReversed()
    const attempt = booking.db.transaction().execute(async (tx) => {
      await allocations.take(tx, named, range, { blockId: newId('block') })
      throw undone
    })
    return attempt.catch((error: unknown) => error)
  }
  for (let round = 0; round < 15; round++) {
    const ends = await Promise.all(Array.from({ length: 10 }, (_, index) => tryToTake(index)))
    expect(new Set(ends)).toEqual(new Set([undone]))
  }
})

test('whoever moves time and whoever takes it, in whatever order of rooms and people, never wait for each other', async () => {
  await using booking = await startBooking()
  const staffIds = [await booking.addStaff('Sam')]
  const service = await booking.addService({ staffIds, durationMinutes: 60, stepMinutes: 30 })
  const [nine, ten] = await Promise.all(
    ['2026-03-23T15:00:00Z', '2026-03-23T16:00:00Z'].map(async (start) => {
      const { body } = await booking.book({ serviceId: service.id, start }, newId('person'))
      const from = Temporal.Instant.from(start)
      return { id: body.id, range: { from, to: from.add({ minutes: 60 }) } }
    }),
  )
  if (!nine || !ten) throw new Error('Both have been booked')
  const room = newId('resource')
  const calendars = [...staffIds, room]
  const undone = new Error('undone')
  const rolledBack = (run: (tx: Tx) => Promise<unknown>) =>
    booking.db
      .transaction()
      .execute(async (tx) => {
        await run(tx)
        throw undone
      })
      .catch((error: unknown) => error)
  const move = (from: typeof nine, to: typeof nine) =>
    rolledBack(async (tx) => {
      await allocations.lockCalendars(tx, calendars)
      await allocations.remove(tx, from.id)
      await allocations.take(tx, calendars, to.range, { bookingId: from.id })
    })
  const between = { from: nine.range.from.add({ minutes: 30 }), to: ten.range.from.add({ minutes: 30 }) }
  const take = () => rolledBack((tx) => allocations.take(tx, calendars, between, { blockId: newId('block') }))
  for (let round = 0; round < 15; round++) {
    const ends = await Promise.all([move(nine, ten), take(), move(ten, nine), take()])
    expect(new Set(ends)).toEqual(new Set([undone]))
  }
})

test('whoever frees blocked time waits for whoever is taking time of that person, and not they for each other', async () => {
  await using booking = await startBooking()
  const staffId = await booking.addStaff('Sam')
  const [start, end] = ['2026-03-23T15:00:00Z', '2026-03-23T16:00:00Z']
  const { body: block } = await booking.blockTime({ staffId, start, end })
  const calendars = [staffId]
  const params = { businessId: booking.businessId, blockId: block.id }
  const [elsewhere, blocked] = [end, start].map((from) => {
    const begins = Temporal.Instant.from(from)
    return { from: begins, to: begins.add({ minutes: 30 }) }
  }) as [allocations.Range, allocations.Range]
  const undone = new Error('undone')
  let unblocking: ReturnType<typeof unblock> | undefined
  const unblock = () => booking.call(api.unblockTime, { params }, { as: booking.staff })
  const taking = booking.db.transaction().execute(async (tx) => {
    await allocations.take(tx, calendars, elsewhere, { blockId: newId('block') })
    unblocking = unblock()
    await expect.poll(() => countWaiting(booking.db)).toBe(1)
    expect(await allocations.take(tx, calendars, blocked, { blockId: newId('block') })).toEqual(calendars)
    throw undone
  })
  await expect(taking).rejects.toBe(undone)
  expect((await unblocking)?.status).toBe(204)
})

async function countWaiting(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows[0]?.count ?? 0
}
