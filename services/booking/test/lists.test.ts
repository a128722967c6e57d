import { expect, test } from 'vitest'
import { personChanged } from '@buy-locals/contracts/auth/events'
import * as api from '@buy-locals/contracts/booking/operations'
import { nine, startBooking } from './support.ts'

const starts = ['2026-03-21', '2026-03-23', '2026-03-25', '2026-03-27'].map((date) => `${date}T15:00:00Z`)

test('my bookings start with the next one and end with those that are over, page by page, and nobody else sees them', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  for (const start of starts) await booking.book({ serviceId: service.id, start })
  await booking.advance('P4D')
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { body } = await booking.call(
      api.listMyBookings,
      { query: { limit: 1, ...(cursor && { cursor }) } },
      { as: booking.consumer },
    )
    seen.push(...body.items.map(({ start }) => start))
    cursor = body.nextCursor
  } while (cursor)
  expect(seen).toEqual([starts[2], starts[3], starts[1], starts[0]])
  expect((await booking.call(api.listMyBookings, {}, { as: booking.stranger })).body.items).toEqual([])
  const odd = await booking.call(api.listMyBookings, { query: { cursor: 'bm9uZQ' } }, { as: booking.consumer })
  expect(odd.problem?.errors?.[0]?.pointer).toBe('/query/cursor')
})

test('the board shows the bookings of the local day with their customers, and the blocked time', async () => {
  await using booking = await startBooking()
  const sam = await booking.addStaff('Sam')
  const service = await booking.addService({ staffIds: [sam] })
  const { consumer, businessId } = booking
  await booking.deliver(personChanged, consumer, 1, {
    id: consumer,
    kind: 'account',
    name: 'Grace',
    email: 'grace@example.com',
    emailVerified: true,
    locale: 'en',
    version: 1,
  })
  await booking.book({ serviceId: service.id, start: nine, note: 'Short, please' })
  await booking.book({ serviceId: service.id, start: '2026-03-24T15:00:00Z' })
  await booking.blockTime({ staffId: sam, start: '2026-03-23T20:00:00Z', end: '2026-03-23T21:00:00Z' })
  const board = (as: typeof consumer) =>
    booking.call(
      api.listBusinessBookings,
      { params: { businessId }, query: { from: '2026-03-23', to: '2026-03-23' } },
      { as },
    )
  const { body } = await board(booking.staff)
  expect(body.items).toMatchObject([
    { start: nine, note: 'Short, please', customer: { name: 'Grace', email: 'grace@example.com' } },
  ])
  expect(body.blocks).toMatchObject([{ staffId: sam, start: '2026-03-23T20:00:00Z' }])
  expect((await board(consumer)).status).toBe(404)
})

test('the board shows which table or room each booking has, also in a group session', async () => {
  await using booking = await startBooking()
  const [window, corner] = [
    await booking.addResource('Window', 'tables'),
    await booking.addResource('Corner', 'tables'),
  ]
  const room = await booking.addResource('Room')
  const table = await booking.addService({ resourceIds: [window, corner] })
  const yoga = await booking.addService({ resourceIds: [room], capacity: 5 })
  for (const { id: serviceId } of [table, table, yoga])
    await booking.book({ serviceId, start: nine, allowOverlap: true })
  const { body } = await booking.call(
    api.listBusinessBookings,
    { params: { businessId: booking.businessId }, query: { from: '2026-03-23', to: '2026-03-23' } },
    { as: booking.staff },
  )
  expect(body.items.map(({ resourceIds }) => resourceIds)).toEqual([[window], [corner], [room]])
})

test('only members see which account a calendar belongs to, and what is set can be removed', async () => {
  await using booking = await startBooking()
  const { businessId, staff: personId, owner, stranger } = booking
  const staffId = await booking.addStaff('Sam', { personId, title: 'Barber' })
  const seen = async (as: typeof stranger) =>
    (await booking.call(api.listStaff, { params: { businessId } }, { as })).body.items[0]
  expect(await seen(owner)).toMatchObject({ personId, title: 'Barber' })
  expect(await seen(stranger)).not.toHaveProperty('personId')
  await booking.call(
    api.changeStaff,
    { params: { businessId, staffId }, body: { personId: null, title: null } },
    { as: owner, headers: { 'if-match': '"1"' } },
  )
  expect(await seen(owner)).toEqual({ id: staffId, businessId, name: 'Sam', active: true, version: 2 })
})

test('the calendar file keeps its UID, counts its versions, and says when the booking is cancelled', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')], name: 'Cut; wash, "dry"' })
  const { body } = await booking.book({ serviceId: service.id, start: nine })
  const file = () => booking.call(api.readBookingFile, { params: { bookingId: body.id } }, { as: booking.consumer })
  const before = (await file()) as unknown as { body: string; headers: Headers }
  expect(before.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const lines = before.body.replaceAll('\r\n ', '').split('\r\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'METHOD:PUBLISH',
      `UID:${body.id}@127.0.0.1`,
      'SEQUENCE:1',
      'DTSTART:20260323T150000Z',
      'DTEND:20260323T153000Z',
      'DTSTAMP:20260320T080000Z',
      'STATUS:CONFIRMED',
      String.raw`SUMMARY:Cut\; wash\, "dry"\, Clip Joint`,
    ]),
  )
  expect(lines.indexOf('METHOD:PUBLISH')).toBeLessThan(lines.indexOf('BEGIN:VEVENT'))
  await booking.cancel(body.id, booking.consumer)
  const after = (await file()).body as unknown as string
  expect(after).toContain('METHOD:CANCEL')
  expect(after).toContain('STATUS:CANCELLED')
  expect(after).toContain('SEQUENCE:2')
  expect(after).toContain(`UID:${body.id}@127.0.0.1`)
})

test('the current state can be published again with the versions it has', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  const { body } = await booking.book({ serviceId: service.id, start: nine })
  await booking.cancel(body.id, booking.consumer)
  const before = await booking.published()
  await booking.service.replay()
  const again = (await booking.published()).slice(before.length)
  const replayed = again.map(({ type, subject, sequence, data }) => ({ type, subject, sequence, data }))
  const cancelled = before.find(({ type }) => type === 'booking.cancelled.v1')
  const { type, subject, sequence, data } = cancelled ?? {}
  const { actorId, ...state } = data as { actorId: string }
  expect(actorId, 'who did it is no part of the state').toBe(booking.consumer)
  expect(replayed).toContainEqual({ type, subject, sequence, data: state })
  expect(replayed.map(({ type }) => type)).toEqual(['service.changed.v1', 'booking.cancelled.v1'])
})

test('the description of a service can be taken away', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ description: 'With a wash' })
  const { body } = await booking.changeService(service.id, 1, { description: null })
  expect(body).not.toHaveProperty('description')
})
