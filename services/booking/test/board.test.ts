import { expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/booking/operations'
import type { Input } from '@buy-locals/contracts/operation'
import { sql } from 'kysely'
import { newId } from '@buy-locals/values/ids'
import { nine, startBooking, type Running } from './support.ts'

const readBoard = async (booking: Running, from: string, to = from) =>
  (
    await booking.call(
      api.listBusinessBookings,
      { params: { businessId: booking.businessId }, query: { from, to } },
      { as: booking.staff },
    )
  ).body

test('the board lists what overlaps the asked days: past midnight, and a day-long service on both of its days', async () => {
  await using booking = await startBooking()
  const around = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, opens: '00:00', closes: '24:00' }))
  await booking.changeBusiness({ hours: { weekly: around, special: [] } })
  const late = await booking.addService({ name: 'Late', durationMinutes: 120 })
  const boat = await booking.addService({ name: 'Boat', durationMinutes: 1440 })
  await booking.book({ serviceId: late.id, start: '2026-03-24T05:00:00Z' }) // Monday 23:00 in Boise
  await booking.book({ serviceId: boat.id, start: '2026-03-24T15:00:00Z' }) // Tuesday 9:00 to Wednesday 9:00
  const names = async (date: string) => (await readBoard(booking, date)).items.map(({ serviceName }) => serviceName)
  expect(await names('2026-03-23')).toEqual(['Late'])
  expect(await names('2026-03-24')).toEqual(['Late', 'Boat'])
  expect(await names('2026-03-25')).toEqual(['Boat'])
  expect(await names('2026-03-26')).toEqual([])
})

test('blocking over bookings blocks the rest and names what stands in it', async () => {
  await using booking = await startBooking()
  const sam = await booking.addStaff('Sam')
  const service = await booking.addService({ staffIds: [sam], stepMinutes: 30 })
  const overlapping = await booking.book({ serviceId: service.id, start: '2026-03-23T16:00:00Z' })
  const [start, end] = [nine, '2026-03-23T23:00:00Z']
  const block = await booking.blockTime({ staffId: sam, start, end })
  expect(block.status).toBe(201)
  expect(block.body.overlapping).toMatchObject([
    { id: overlapping.body.id, serviceName: 'Haircut', customer: { name: '–' } },
  ])
  expect((await booking.slots(service.id, '2026-03-23')).items).toEqual([])
  expect((await readBoard(booking, '2026-03-23')).blocks).toMatchObject([{ start, end }])
  await booking.cancel(overlapping.body.id, booking.consumer)
  expect((await booking.slots(service.id, '2026-03-23')).items, 'what is cancelled under a block is blocked').toEqual(
    [],
  )
  const params = { businessId: booking.businessId, blockId: block.body.id }
  await booking.call(api.unblockTime, { params }, { as: booking.staff })
  expect((await booking.slots(service.id, '2026-03-23')).items).toHaveLength(16)
})

test('a vacation of everyone is blocked at once, names what stands in it, and ends at once', async () => {
  await using booking = await startBooking()
  const [sam, kim] = [await booking.addStaff('Sam'), await booking.addStaff('Kim')]
  const service = await booking.addService({ staffIds: [sam, kim], stepMinutes: 30 })
  const { body: booked } = await booking.book({ serviceId: service.id, start: nine, staffId: kim })
  const block = await booking.blockTime({
    start: '2026-03-23T06:00:00Z',
    end: '2026-03-25T06:00:00Z',
    kind: 'vacation',
  })
  expect(block).toMatchObject({ status: 201, body: { count: 2, overlapping: [{ id: booked.id }] } })
  expect((await booking.slots(service.id, '2026-03-23', { to: '2026-03-24' })).items).toEqual([])
  const { blocks } = await readBoard(booking, '2026-03-24')
  expect(blocks).toMatchObject([sam, kim].map((staffId) => ({ staffId, kind: 'vacation', seriesId: block.body.id })))
  const unblock = (businessId: typeof booking.businessId, series: boolean) =>
    booking.call(
      api.unblockTime,
      { params: { businessId, blockId: blocks[1]!.id }, query: { series: String(series) } },
      { as: booking.staff },
    )
  expect((await unblock(booking.businessId, true)).status).toBe(204)
  expect((await readBoard(booking, '2026-03-24')).blocks).toEqual([])
  expect((await unblock(booking.businessId, true)).status).toBe(404)
})

test('lunch on every day is at noon on each, over a change of the clocks too, and one day of it can be released', async () => {
  await using booking = await startBooking({ now: '2026-03-01T08:00:00Z' })
  const sam = await booking.addStaff('Sam')
  const noon = { start: '2026-03-06T19:00:00Z', end: '2026-03-06T20:00:00Z' }
  const lunch = await booking.blockTime({ staffId: sam, ...noon, repeatUntil: '2026-03-09', kind: 'break' })
  expect(lunch.body.count).toBe(4)
  const starts = async () => {
    const query = { from: '2026-03-06', to: '2026-03-10' }
    const board = await booking.call(
      api.listBusinessBookings,
      { params: { businessId: booking.businessId }, query },
      { as: booking.staff },
    )
    return board.body.blocks.map(({ start }) => start)
  }
  const [friday, saturday] = ['2026-03-06T19:00:00Z', '2026-03-07T19:00:00Z']
  const [sunday, monday] = ['2026-03-08T18:00:00Z', '2026-03-09T18:00:00Z']
  expect(await starts()).toEqual([friday, saturday, sunday, monday])
  const params = { businessId: booking.businessId, blockId: lunch.body.id }
  await booking.call(api.unblockTime, { params, query: {} }, { as: booking.staff })
  expect(await starts()).toEqual([saturday, sunday, monday])
})

test('a block is repeated neither backwards, nor for ever, nor over itself', async () => {
  await using booking = await startBooking()
  const sam = await booking.addStaff('Sam')
  const block = async (repeatUntil: string, end = '2026-03-23T16:00:00Z') =>
    (await booking.blockTime({ staffId: sam, start: nine, end, repeatUntil })).status
  expect(await block('2026-03-22')).toBe(422)
  expect(await block('2028-03-23')).toBe(422)
  expect(await block('2026-03-30', '2026-03-25T16:00:00Z')).toBe(422)
  const none = await startBooking()
  expect((await none.blockTime({ start: nine, end: '2026-03-23T16:00:00Z' })).status, 'nobody to block').toBe(422)
  await none[Symbol.asyncDispose]()
})

test('closing over bookings, by a special day or the week, closes the rest and names what stands in it', async () => {
  await using booking = await startBooking()
  const [sam, kim] = [await booking.addStaff('Sam'), await booking.addStaff('Kim')]
  const service = await booking.addService({ staffIds: [sam, kim], durationMinutes: 60, stepMinutes: 60 })
  const at = async (start: string, staffId: typeof sam) =>
    (await booking.book({ serviceId: service.id, start, staffId }, newId('person'))).body.id
  const monday = await at(nine, sam)
  const late = await at('2026-03-24T21:00:00Z', kim) // Tuesday 15:00
  const cancelled = await at('2026-03-24T22:00:00Z', kim)
  await booking.cancel(cancelled, booking.owner)
  const find = async (hours: Input<typeof api.findBookingsOutsideHours>['body'], as = booking.owner) => {
    const params = { businessId: booking.businessId }
    const { status, body } = await booking.call(api.findBookingsOutsideHours, { params, body: hours }, { as })
    return status === 200 ? body.items.map(({ id }) => id) : status
  }
  const week = (closes: string) => ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, opens: '09:00', closes }))
  const holiday = { weekly: week('17:00'), special: [{ date: '2026-03-23', closed: true }] }
  expect(await find(holiday)).toEqual([monday])
  expect(await find({ weekly: week('15:30') })).toEqual([late])
  expect(await find({ weekly: week('17:00') })).toEqual([])
  expect(await find({ weekly: [] })).toEqual([monday, late])
  expect(await find({ weekly: [], staffId: kim }), 'of one person alone').toEqual([late])
  expect(await find({ weekly: [] }, booking.stranger)).toBe(404)
  await booking.changeBusiness({ hours: holiday })
  expect((await booking.slots(service.id, '2026-03-23')).items).toEqual([])
  expect((await booking.read(monday)).body.status).toBe('confirmed')
})

test('what stands on a room, a service or a person is named, whoever of them is to be retired', async () => {
  await using booking = await startBooking()
  const [sam, kim] = [await booking.addStaff('Sam'), await booking.addStaff('Kim')]
  const [blue, red] = [await booking.addResource('Blue room'), await booking.addResource('Red room')]
  const massage = await booking.addService({ staffIds: [sam], resourceIds: [blue], durationMinutes: 60 })
  const yoga = await booking.addService({ staffIds: [kim], resourceIds: [red], capacity: 5, durationMinutes: 60 })
  const at = async (serviceId: typeof yoga.id, start: string) =>
    (await booking.book({ serviceId, start }, newId('person'))).body.id
  const first = await at(massage.id, nine)
  const seats = [await at(yoga.id, nine), await at(yoga.id, nine)]
  const cancelled = await at(massage.id, '2026-03-24T22:00:00Z')
  await booking.cancel(cancelled, booking.owner)
  const find = async (of: Omit<Input<typeof api.findBookingsOutsideHours>['body'], 'weekly'>) => {
    const input = { params: { businessId: booking.businessId }, body: { weekly: [], ...of } }
    const { body } = await booking.call(api.findBookingsOutsideHours, input, { as: booking.owner })
    return body.items.map(({ id }) => id)
  }
  expect(await find({ resourceId: blue })).toEqual([first])
  expect((await find({ resourceId: red })).toSorted()).toEqual(seats.toSorted())
  expect(await find({ serviceId: massage.id })).toEqual([first])
  expect((await find({ serviceId: yoga.id, staffId: kim })).toSorted()).toEqual(seats.toSorted())
  expect(await find({ serviceId: yoga.id, staffId: sam })).toEqual([])
})

test('two blocks may overlap, and what one of them leaves is still blocked by the other', async () => {
  await using booking = await startBooking()
  const sam = await booking.addStaff('Sam')
  const service = await booking.addService({ staffIds: [sam], stepMinutes: 30 })
  const day = { staffId: sam, start: nine, end: '2026-03-23T23:00:00Z' }
  const lunch = await booking.blockTime({ staffId: sam, start: '2026-03-23T18:00:00Z', end: '2026-03-23T19:00:00Z' })
  const all = await booking.blockTime(day)
  expect([lunch.body.overlapping, all.body.overlapping]).toEqual([[], []])
  const unblock = ({ id: blockId }: { id: typeof all.body.id }) =>
    booking.call(api.unblockTime, { params: { businessId: booking.businessId, blockId } }, { as: booking.staff })
  await unblock(lunch.body)
  expect((await booking.slots(service.id, '2026-03-23')).items).toEqual([])
  await unblock(all.body)
  expect((await booking.slots(service.id, '2026-03-23')).items).toHaveLength(16)
})

test('a whole group session is cancelled with a message, and nobody can book it again', async () => {
  await using booking = await startBooking()
  await booking.setChargesEnabled(true)
  const kim = await booking.addStaff('Kim')
  const yoga = await booking.addService({
    name: 'Yoga',
    staffIds: [kim],
    capacity: 5,
    durationMinutes: 60,
    payment: 'online',
  })
  const people = [newId('person'), newId('person'), newId('person')]
  const seats = []
  for (const person of people) seats.push((await booking.book({ serviceId: yoga.id, start: nine }, person)).body)
  const [paid, held, cancelled] = seats
  if (!paid || !held || !cancelled) throw new Error('three seats')
  await booking.pay(paid)
  await booking.cancel(cancelled.id, people[2] ?? booking.consumer)
  const other = (await booking.book({ serviceId: yoga.id, start: '2026-03-24T15:00:00Z' }, people[0])).body
  const { groupSessionId } = (await readBoard(booking, '2026-03-23')).items[0] ?? {}
  if (!groupSessionId) throw new Error('the board names no session')
  const cancel = (as = booking.staff) =>
    booking.call(
      api.cancelGroupSession,
      { params: { businessId: booking.businessId, groupSessionId }, body: { reason: 'Kim is ill' } },
      { as },
    )
  expect((await cancel(booking.consumer)).status).toBe(404)
  const done = await cancel()
  expect(done.body).toMatchObject({ cancelled: 2 })
  for (const { id } of [paid, held])
    expect((await booking.read(id)).body).toMatchObject({
      ...{ status: 'cancelled', cancelledBy: 'business', reason: 'Kim is ill', refundShare: 10_000 },
    })
  expect((await booking.read(cancelled.id)).body.reason).toBeUndefined()
  expect((await booking.read(other.id)).body.status).toBe('held')
  expect(await booking.eventTypes(paid.id)).toContain('booking.cancelled.v1')
  expect((await booking.slots(yoga.id, '2026-03-23')).items.map(({ start }) => start)).not.toContain(nine)
  expect((await cancel()).body).toMatchObject({ cancelled: 0 })
})

test('a class with neither staff nor room whose meeting was cancelled is not sold again for that start', async () => {
  await using booking = await startBooking()
  const yoga = await booking.addService({ name: 'Yoga', capacity: 5, durationMinutes: 60, stepMinutes: 60 })
  await booking.book({ serviceId: yoga.id, start: nine })
  const { groupSessionId } = (await readBoard(booking, '2026-03-23')).items[0] ?? {}
  if (!groupSessionId) throw new Error('the board names no session')
  const params = { businessId: booking.businessId, groupSessionId }
  await booking.call(api.cancelGroupSession, { params, body: { reason: 'Rain' } }, { as: booking.staff })
  expect((await booking.book({ serviceId: yoga.id, start: nine }, newId('person'))).problem?.type).toBe(
    'booking/slot-taken',
  )
  const starts = async () => (await booking.slots(yoga.id, '2026-03-23')).items.map(({ start }) => start)
  expect(await starts()).toHaveLength(7)
  const [block] = (await readBoard(booking, '2026-03-23')).blocks
  expect(block).toMatchObject({ serviceId: yoga.id, start: nine })
  const unblock = { businessId: booking.businessId, blockId: block!.id }
  await booking.call(api.unblockTime, { params: unblock }, { as: booking.staff })
  expect(await starts()).toContain(nine)
})

test('a group session that is cancelled while people book it and cancel ends without them', async () => {
  await using booking = await startBooking()
  const kim = await booking.addStaff('Kim')
  const yoga = await booking.addService({ name: 'Yoga', staffIds: [kim], capacity: 40, durationMinutes: 60 })
  const early = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const person = newId('person')
      return { person, id: (await booking.book({ serviceId: yoga.id, start: nine }, person)).body.id }
    }),
  )
  const { groupSessionId } = (await readBoard(booking, '2026-03-23')).items[0] ?? {}
  if (!groupSessionId) throw new Error('the board names no session')
  const params = { businessId: booking.businessId, groupSessionId }
  const responses = await Promise.all([
    ...Array.from({ length: 10 }, () => booking.book({ serviceId: yoga.id, start: nine }, newId('person'))),
    booking.call(api.cancelGroupSession, { params, body: { reason: 'Kim is ill' } }, { as: booking.staff }),
    ...early.slice(0, 5).map(({ id, person }) => booking.cancel(id, person)),
    ...Array.from({ length: 5 }, () => booking.book({ serviceId: yoga.id, start: nine }, newId('person'))),
  ])
  expect(responses.filter(({ status }) => status >= 500)).toEqual([])
  const board = await readBoard(booking, '2026-03-23')
  expect(board.items.filter(({ status }) => status !== 'cancelled')).toEqual([])
  const sessions = await booking.db.selectFrom('group_sessions').select(['seats_taken', 'live']).execute()
  expect(sessions.every(({ seats_taken, live }) => seats_taken === 0 && !live)).toBe(true)
})

test('a stored zone that nobody knows any more fails nothing, and nothing is sold by a clock that may be wrong', async () => {
  await using booking = await startBooking()
  const { db, businessId, consumer, owner } = booking
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  const { body: made } = await booking.book({ serviceId: service.id, start: nine })
  await db.updateTable('businesses').set({ time_zone: 'Mars/Olympus' }).execute()
  await db.updateTable('bookings').set({ time_zone: 'Mars/Olympus' }).execute()
  expect(await booking.slots(service.id, '2026-03-24')).toEqual({ timeZone: 'UTC', items: [] })
  expect(await readBoard(booking, '2026-03-23')).toMatchObject({ timeZone: 'UTC', items: [{ id: made.id }] })
  for (const as of [consumer, owner])
    expect((await booking.read(made.id, as)).body).toMatchObject({ localStart: made.localStart, timeZone: 'UTC' })
  expect((await booking.call(api.listMyBookings, { query: {} }, { as: consumer })).body.items).toHaveLength(1)
  const { body: outside } = await booking.call(
    api.findBookingsOutsideHours,
    { params: { businessId }, body: { weekly: [] } },
    { as: owner },
  )
  expect(outside.count).toBe(1)
  expect((await booking.book({ serviceId: service.id, start: '2026-03-24T15:00:00Z' }, newId('person'))).status).toBe(
    422,
  )
  const calendar = { params: { bookingId: made.id } }
  expect((await booking.call(api.readBookingFile, calendar, { as: consumer })).status).toBe(200)
  await booking.advance('PT2S')
  expect((await booking.cancel(made.id, consumer)).status).toBe(200)
})

test('zones that were stored before are mended: a business has that of its market, or none of its hours, a booking that of its business', async () => {
  await using booking = await startBooking()
  const { db, businessId, runMigration } = booking
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  const { body: made } = await booking.book({ serviceId: service.id, start: nine })
  const mend = async (...neighbors: string[]) => {
    await db.updateTable('businesses').set({ time_zone: 'Mars/Olympus' }).execute()
    await db.updateTable('bookings').set({ time_zone: 'Foo/Bar+3' }).execute()
    const row = await db.selectFrom('businesses').selectAll().where('id', '=', businessId).executeTakeFirstOrThrow()
    for (const time_zone of neighbors)
      await db
        .insertInto('businesses')
        .values({ ...row, hours: null, id: newId('business'), time_zone })
        .execute()
    await runMigration('019_known-zones.sql')
    const one = db.selectFrom('businesses').select(['time_zone', 'hours']).where('id', '=', businessId)
    const { time_zone, hours } = await one.executeTakeFirstOrThrow()
    return { time_zone, hasHours: hours !== null, ofBooking: (await booking.read(made.id)).body.timeZone }
  }
  expect(await mend('America/Boise', 'America/Boise')).toEqual({ time_zone: 'America/Boise', hasHours: true, ofBooking: 'America/Boise' }) // prettier-ignore
  expect((await booking.slots(service.id, '2026-03-24')).items.length).toBeGreaterThan(0)
  expect(await mend('America/Boise', 'America/Los_Angeles')).toEqual({ time_zone: 'UTC', hasHours: false, ofBooking: 'UTC' }) // prettier-ignore
  const { rows } = await sql`select id from bookings where time_zone like '%/Bar%' union all select id from businesses where time_zone like 'Mars%'`.execute(db) // prettier-ignore
  expect(rows).toEqual([])
})

test('names of which nobody can see anything, stored before such names were refused, are replaced wherever they stand', async () => {
  await using booking = await startBooking()
  const { db, businessId, owner, runMigration } = booking
  const [sam, room] = [await booking.addStaff('Sam'), await booking.addResource('Room')]
  const service = await booking.addService({ staffIds: [sam], resourceIds: [room] })
  const { body: made } = await booking.bookAsGuest({ serviceId: service.id, start: nine })
  const { body: other } = await booking.book({ serviceId: service.id, start: '2026-03-24T15:00:00Z' })
  await db.updateTable('bookings').set({ service_name: 'Hair\u202Ecut ✂️' }).where('id', '=', other.id).execute()
  for (const name of ['\u200B\u2060', '\u202E\t', '\u3164 \u2800', '\u0301', '\u{E0041}']) {
    for (const table of ['services', 'staff', 'resources', 'people'] as const)
      await db.updateTable(table).set({ name }).execute()
    await db.updateTable('bookings').set({ service_name: name, staff_name: name }).where('id', '=', made.id).execute()
    expect((await booking.call(api.listServices, { params: { businessId } }, { as: owner })).status).toBe(500)
    await runMigration('016_visible-names.sql')
    for (const table of ['staff', 'resources', 'people'] as const)
      expect([name, await db.selectFrom(table).select('name').distinct().execute()]).toEqual([name, [{ name: 'Unnamed' }]]) // prettier-ignore
    expect(await db.selectFrom('services').select('name').execute()).toEqual([{ name: 'Unnamed service' }])
    const board = await readBoard(booking, '2026-03-23')
    expect(board.items).toMatchObject([{ serviceName: 'Unnamed service', staffName: 'Unnamed', customer: { name: 'Unnamed' } }]) // prettier-ignore
    const listed = await booking.call(api.listServices, { params: { businessId } }, { as: owner })
    expect([listed.status, listed.body.items[0]?.name]).toEqual([200, 'Unnamed service'])
  }
  expect((await booking.read(other.id)).body.serviceName, 'what can be seen stays').toBe('Haircut ✂️')
})

test('time that is long over leaves the index that lets nothing overlap, and the board still says which room it was', async () => {
  await using booking = await startBooking()
  const room = await booking.addResource('Room')
  const service = await booking.addService({ resourceIds: [room] })
  const { body } = await booking.book({ serviceId: service.id, start: nine })
  const live = booking.db.selectFrom('allocations').select('id').where('live', '=', true)
  await booking.advance('P30D')
  expect(await live.execute()).toHaveLength(1)
  await booking.advance('P40D')
  expect(await live.execute()).toEqual([])
  const [entry] = (await readBoard(booking, '2026-03-23')).items
  expect(entry).toMatchObject({ id: body.id, status: 'completed', resourceIds: [room] })
})
