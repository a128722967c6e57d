import { sql } from 'kysely'
import { expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/booking/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { nine, startBooking, tally, type Running } from './support.ts'

const fifty = Array.from({ length: 50 }, () => newId('person'))
const alternativesOf = (response: { problem: unknown }) =>
  (response.problem as { alternatives: { start: string; end: string; staffIds: Id<'staff'>[] }[] }).alternatives

async function overlapping(running: Running): Promise<unknown[]> {
  const { rows } = await sql`select a.id from allocations a join allocations b on a.id < b.id and a.live and b.live
        and a.calendar_id = b.calendar_id and a.during && b.during`.execute(running.db)
  return rows
}

test('of fifty people who book the same half hour exactly one gets it, and the others are offered free starts', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  await booking.openConnections(service.id)
  const responses = await Promise.all(
    fifty.map((person) => booking.book({ serviceId: service.id, start: nine }, person)),
  )
  expect(tally(responses)).toEqual({ 201: 1, 409: 49 })
  const losers = responses.filter(({ status }) => status === 409)
  for (const loser of losers) {
    expect(loser.problem?.type).toBe('booking/slot-taken')
    expect(alternativesOf(loser).length).toBeGreaterThan(0)
    expect(alternativesOf(loser).every(({ start }) => start !== nine)).toBe(true)
  }
  const [first] = losers.flatMap(alternativesOf)
  const again = await booking.book({ serviceId: service.id, start: first?.start ?? '' })
  expect(again.status).toBe(201)
  expect(await overlapping(booking)).toEqual([])
})

test('times that overlap without being equal are never both booked', async () => {
  await using booking = await startBooking()
  const sam = await booking.addStaff('Sam')
  const short = await booking.addService({ staffIds: [sam], durationMinutes: 30 })
  const long = await booking.addService({ staffIds: [sam], durationMinutes: 90, bufferAfterMinutes: 20 })
  await booking.openConnections(short.id)
  const starts = ['15:00', '15:15', '15:30', '15:45', '16:00'].map((time) => `2026-03-23T${time}:00Z`)
  const requests = fifty.slice(0, 40).map((person, index) => ({
    person,
    serviceId: index % 2 ? short.id : long.id,
    start: starts[index % starts.length] ?? '',
  }))
  const responses = await Promise.all(requests.map(({ person, ...request }) => booking.book(request, person)))
  expect(tally(responses)[500]).toBeUndefined()
  expect(tally(responses)[201]).toBeGreaterThan(0)
  expect(await overlapping(booking)).toEqual([])
})

test('a service that needs a person and rooms is booked once, in whatever order they are listed', async () => {
  await using booking = await startBooking()
  const [sam, kim] = [await booking.addStaff('Sam'), await booking.addStaff('Kim')]
  const rooms: Id<'resource'>[] = []
  for (const colour of ['Blue', 'Green', 'Red', 'White', 'Grey', 'Black']) rooms.push(await booking.addResource(colour))
  const massage = await booking.addService({ staffIds: [sam, kim], resourceIds: rooms })
  const facial = await booking.addService({ staffIds: [kim, sam], resourceIds: rooms.toReversed() })
  await booking.openConnections(massage.id)
  for (const hour of [15, 16, 17, 18, 19, 20]) {
    const start = `2026-03-23T${hour}:00:00Z`
    const requests = fifty
      .slice(0, 20)
      .map((person, index) => ({ person, serviceId: index % 2 ? massage.id : facial.id }))
    const responses = await Promise.all(
      requests.map(({ person, serviceId }) => booking.book({ serviceId, start }, person)),
    )
    expect(tally(responses)).toEqual({ 201: 1, 409: 19 })
  }
  expect(await overlapping(booking)).toEqual([])
})

test('with three people who can do it and a pool of two rooms, exactly two of fifty are booked', async () => {
  await using booking = await startBooking()
  const staffIds = [await booking.addStaff('Sam'), await booking.addStaff('Kim'), await booking.addStaff('Lee')]
  const resourceIds = [await booking.addResource('Room 1', 'rooms'), await booking.addResource('Room 2', 'rooms')]
  const service = await booking.addService({ staffIds, resourceIds })
  await booking.openConnections(service.id)
  const responses = await Promise.all(
    fifty.map((person) => booking.book({ serviceId: service.id, start: nine }, person)),
  )
  expect(tally(responses)).toEqual({ 201: 2, 409: 48 })
  const chosen = responses.flatMap(({ status, body }) => (status === 201 ? [body.staffId] : []))
  expect(new Set(chosen).size).toBe(2)
  expect(await overlapping(booking)).toEqual([])
})

test('of fifty people for five seats exactly five get one', async () => {
  await using booking = await startBooking()
  const yoga = await booking.addService({ name: 'Yoga', staffIds: [await booking.addStaff('Sam')], capacity: 5 })
  await booking.openConnections(yoga.id)
  const responses = await Promise.all(fifty.map((person) => booking.book({ serviceId: yoga.id, start: nine }, person)))
  expect(tally(responses)).toEqual({ 201: 5, 409: 45 })
  const groups = await booking.db.selectFrom('group_sessions').select(['seats_taken', 'capacity']).execute()
  expect(groups).toEqual([{ seats_taken: 5, capacity: 5 }])
  expect(await booking.db.selectFrom('allocations').select('id').execute()).toHaveLength(1)
})

test('once the last seat is taken nobody tries for it any more', async () => {
  await using booking = await startBooking({ bookingsPerNetwork: { points: 2, seconds: 3_600 } })
  const yoga = await booking.addService({ name: 'Yoga', staffIds: [await booking.addStaff('Sam')], capacity: 2 })
  const join = () => booking.book({ serviceId: yoga.id, start: nine }, newId('person'))
  expect([(await join()).status, (await join()).status]).toEqual([201, 201])
  // Whoever tries is counted, and refused for it from the third time on.
  expect((await join()).problem?.code).toBe('booking/slot-taken')
})

test('five seats without a person or a room are five seats too', async () => {
  await using booking = await startBooking()
  const tasting = await booking.addService({ name: 'Tasting', capacity: 5 })
  await booking.openConnections(tasting.id)
  const responses = await Promise.all(
    fifty.map((person) => booking.book({ serviceId: tasting.id, start: nine }, person)),
  )
  expect(tally(responses)).toEqual({ 201: 5, 409: 45 })
  const { items } = await booking.slots(tasting.id, '2026-03-23')
  expect(items.map(({ start }) => start)).not.toContain(nine)
})

test('a party takes as many seats as it has people, and no group session is overfilled by parties', async () => {
  await using booking = await startBooking()
  const yoga = await booking.addService({ staffIds: [await booking.addStaff('Sam')], capacity: 7 })
  const responses = await Promise.all(
    fifty.slice(0, 20).map((person) => booking.book({ serviceId: yoga.id, start: nine, partySize: 2 }, person)),
  )
  expect(tally(responses)).toEqual({ 201: 3, 409: 17 })
  const { items } = await booking.slots(yoga.id, '2026-03-23')
  expect(items.find(({ start }) => start === nine)?.seatsLeft).toBe(1)
  expect((await booking.book({ serviceId: yoga.id, start: nine })).status).toBe(201)
})

test('a booking by phone and one from the web for the same time: one of them gets it', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  const byPhone = booking.call(
    api.bookForCustomer,
    {
      params: { businessId: booking.businessId },
      body: {
        serviceId: service.id,
        start: nine,
        customer: { name: 'Grace' },
        override: { minNotice: true, hours: true },
      },
    },
    { as: booking.staff },
  )
  const responses = await Promise.all([byPhone, booking.book({ serviceId: service.id, start: nine })])
  expect(tally(responses)).toEqual({ 201: 1, 409: 1 })
})

test('when the hold of the winner has expired, one who lost gets the time', async () => {
  await using booking = await startBooking()
  await booking.setChargesEnabled(true)
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')], payment: 'online' })
  const request = { serviceId: service.id, start: nine }
  const responses = await Promise.all(fifty.slice(0, 10).map((person) => booking.book(request, person)))
  expect(tally(responses)).toEqual({ 201: 1, 409: 9 })
  await booking.advance('PT9M59S')
  expect((await booking.book(request, booking.stranger)).status).toBe(409)
  await booking.advance('PT1S')
  const again = await booking.book(request, booking.stranger)
  expect(again.status).toBe(201)
  const winner = responses.find(({ status }) => status === 201)?.body
  expect((await booking.read(winner?.id ?? 'bkg_')).body.status).toBe('expired')
})

test('an expired hold gives way even before its job has run', async () => {
  await using booking = await startBooking({ holdMinutes: 1 })
  await booking.setChargesEnabled(true)
  const group = { payment: 'online' as const, capacity: 2 }
  const alone = await booking.addService({ staffIds: [await booking.addStaff('Sam')], payment: 'online' })
  const yoga = await booking.addService({ ...group, staffIds: [await booking.addStaff('Kim')] })
  const [first] = await Promise.all([
    booking.book({ serviceId: alone.id, start: nine, allowOverlap: true }),
    booking.book({ serviceId: yoga.id, start: nine, partySize: 2, allowOverlap: true }),
  ])
  await booking.db.updateTable('bookings').set({ hold_expires_at: booking.clock() }).execute()
  await booking.db
    .updateTable('allocations')
    .set({ expires_at: booking.clock() })
    .where('booking_id', 'is not', null)
    .execute()
  expect((await booking.slots(alone.id, '2026-03-23')).items[0]?.start).toBe(nine)
  expect((await booking.slots(yoga.id, '2026-03-23')).items[0]).toMatchObject({ start: nine, seatsLeft: 2 })
  expect((await booking.book({ serviceId: alone.id, start: nine }, booking.stranger)).status).toBe(201)
  const session = { serviceId: yoga.id, start: nine, partySize: 2, allowOverlap: true }
  expect((await booking.book(session, booking.stranger)).status).toBe(201)
  expect(await booking.eventTypes(first.body.id)).toEqual(['booking.held.v1', 'booking.expired.v1'])
})
