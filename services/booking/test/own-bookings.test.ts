import { expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/booking/operations'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { newId } from '@buy-locals/values/ids'
import { nine, startBooking, tally } from './support.ts'

const halfPastNine = '2026-03-23T15:30:00Z'

async function startPaid(changes: Parameters<typeof startBooking>[0] = {}) {
  const booking = await startBooking(changes)
  await booking.setChargesEnabled(true)
  const [sam, kim] = [await booking.addStaff('Sam'), await booking.addStaff('Kim')]
  const service = await booking.addService({ staffIds: [sam, kim], payment: 'online', durationMinutes: 60 })
  return Object.assign(booking, { sam, kim, service })
}
const tokenCookie = ({ id, manageToken = '' }: { id: string; manageToken?: string | undefined }) => ({
  headers: { cookie: `${cookieNames.manageLink}=${id}.${manageToken}` },
})

test('whoever continues again pays what is held already, also in two tabs at once', async () => {
  await using booking = await startPaid()
  const { service } = booking
  const first = await booking.book({ serviceId: service.id, start: nine, note: 'Sensitive skin' })
  const tabs = await Promise.all(['', '', ''].map(() => booking.book({ serviceId: service.id, start: nine })))
  expect(tally(tabs)).toEqual({ 201: 3 })
  expect(new Set([first, ...tabs].map(({ body }) => body.id)).size).toBe(1)
  expect(tabs[0]?.body).toMatchObject({ status: 'held', holdExpiresAt: first.body.holdExpiresAt })
  expect((await booking.read(first.body.id, booking.consumer)).body.note).toBe('Sensitive skin')
  const atOnce = ['', ''].map(() => booking.book({ serviceId: service.id, start: '2026-03-24T15:00:00Z' }))
  const [one, two] = await Promise.all(atOnce)
  expect(one?.body.id).toBe(two?.body.id)
})

test('a note that was written anew is kept with the hold', async () => {
  await using booking = await startPaid()
  const { service } = booking
  const first = await booking.book({ serviceId: service.id, start: nine, note: 'Sensitive skin' })
  const again = await booking.book({ serviceId: service.id, start: nine, note: 'A little late' })
  expect(again.body.id).toBe(first.body.id)
  expect((await booking.read(first.body.id, booking.consumer)).body.note).toBe('A little late')
})

test('a guest who goes back and continues pays the same hold, and a corrected address replaces it', async () => {
  await using booking = await startPaid()
  const { service, businessId } = booking
  const body = { businessId, serviceId: service.id, start: nine, guest: { name: 'Ada', email: 'ada@exmaple.com' } }
  const { body: first } = await booking.call(api.book, { body })
  const again = await booking.call(api.book, { body }, tokenCookie(first))
  expect([again.status, again.body.id, again.body.manageToken]).toEqual([201, first.id, undefined])
  const corrected = { ...body, guest: { name: 'Ada', email: 'ada@example.com' } }
  const replaced = await booking.call(api.book, { body: corrected }, tokenCookie(first))
  expect(replaced.status).toBe(201)
  expect(replaced.body.id).not.toBe(first.id)
  expect(await booking.eventTypes(first.id)).toContain('booking.expired.v1')
  const stranger = await booking.call(
    api.book,
    { body: corrected },
    tokenCookie({ ...first, manageToken: 'x'.repeat(43) }),
  )
  expect(stranger.body.id).not.toBe(first.id)
})

test('another party or another person for the held time replaces the hold, and never meets it as taken', async () => {
  await using booking = await startPaid()
  const { kim, sam } = booking
  const group = await booking.addService({ staffIds: [sam], payment: 'online', capacity: 4, durationMinutes: 60 })
  const two = await booking.book({ serviceId: group.id, start: nine, partySize: 2 })
  const four = await booking.book({ serviceId: group.id, start: nine, partySize: 4 })
  expect([two.status, four.status]).toEqual([201, 201])
  expect((await booking.read(two.body.id)).body.status).toBe('expired')
  const five = await booking.book({ serviceId: group.id, start: nine, partySize: 5 })
  expect(five.problem?.code).toBe('booking/outside-policy')
  await booking.book({ serviceId: group.id, start: nine, partySize: 1 })
  await booking.book({ serviceId: group.id, start: nine, partySize: 3 }, booking.stranger)
  const tooMany = await booking.book({ serviceId: group.id, start: nine, partySize: 2 })
  expect(tooMany.problem).toMatchObject({ code: 'booking/already-booked', bookings: [{ status: 'held', start: nine }] })
  const tuesday = '2026-03-24T15:00:00Z'
  const withSam = await booking.book({ serviceId: booking.service.id, start: tuesday, staffId: sam })
  const withKim = await booking.book({ serviceId: booking.service.id, start: tuesday, staffId: kim })
  expect([withSam.status, withKim.body.staffId]).toEqual([201, kim])
  expect((await booking.read(withSam.body.id)).body.status).toBe('expired')
})

test('a second visit at the same time and a second seat in the same class are asked about, and can be meant', async () => {
  await using booking = await startBooking()
  const [sam, kim] = [await booking.addStaff('Sam'), await booking.addStaff('Kim')]
  const cut = await booking.addService({ staffIds: [sam, kim], durationMinutes: 60 })
  const yoga = await booking.addService({ name: 'Yoga', capacity: 5, durationMinutes: 60 })
  const first = await booking.book({ serviceId: cut.id, start: nine, allowOverlap: false })
  const second = await booking.book({ serviceId: yoga.id, start: halfPastNine, allowOverlap: false })
  expect(second.problem).toMatchObject({
    status: 409,
    code: 'booking/already-booked',
    bookings: [{ id: first.body.id, status: 'confirmed', serviceName: 'Haircut', start: nine }],
  })
  expect((await booking.book({ serviceId: yoga.id, start: halfPastNine, allowOverlap: true })).status).toBe(201)
  const seat = await booking.book({ serviceId: yoga.id, start: halfPastNine, allowOverlap: false })
  expect(seat.problem?.code).toBe('booking/already-booked')
  expect((await booking.book({ serviceId: yoga.id, start: halfPastNine, allowOverlap: true })).status).toBe(201)
  expect(
    (await booking.slots(yoga.id, '2026-03-23')).items.find(({ start }) => start === halfPastNine)?.seatsLeft,
  ).toBe(3)
  const others = await booking.book({ serviceId: yoga.id, start: halfPastNine, allowOverlap: false }, newId('person'))
  const later = await booking.book({ serviceId: cut.id, start: '2026-03-23T18:00:00Z', allowOverlap: false })
  expect([others.status, later.status]).toEqual([201, 201])
})

test('what was cancelled or has expired is not asked about', async () => {
  await using booking = await startPaid()
  const { service, sam } = booking
  const cut = await booking.addService({ staffIds: [sam], durationMinutes: 30 })
  await booking.book({ serviceId: service.id, start: nine, staffId: booking.kim })
  await booking.advance('PT11M')
  const first = await booking.book({ serviceId: cut.id, start: nine, allowOverlap: false })
  await booking.cancel(first.body.id, booking.consumer)
  const again = await booking.book({ serviceId: cut.id, start: nine, allowOverlap: false })
  expect([first.status, again.status]).toEqual([201, 201])
})

test('whoever takes another time of a service releases the one they held, also where both overlap', async () => {
  await using booking = await startPaid()
  const { service, kim: staffId } = booking
  const take = (start: string) => booking.book({ serviceId: service.id, start, staffId, replaceHolds: true })
  const [first, overlapping] = [await take(nine), await take(halfPastNine)]
  const later = await take('2026-03-23T18:00:00Z')
  expect([first.status, overlapping.status, later.status]).toEqual([201, 201, 201])
  const states = [first, overlapping, later].map(async ({ body }) => (await booking.read(body.id)).body.status)
  expect(await Promise.all(states)).toEqual(['expired', 'expired', 'held'])
  expect((await booking.book({ serviceId: service.id, start: nine, staffId }, booking.stranger)).status).toBe(201)
})

test('whoever holds a time keeps it where the other one is taken, and nobody releases a time of somebody else', async () => {
  await using booking = await startPaid()
  const { service, kim: staffId } = booking
  const { body: held } = await booking.book({ serviceId: service.id, start: nine, staffId })
  const ten = '2026-03-23T16:00:00Z'
  const { body: others } = await booking.book({ serviceId: service.id, start: ten, staffId }, booking.stranger)
  const taken = await booking.book({ serviceId: service.id, start: halfPastNine, staffId, replaceHolds: true })
  expect(taken.problem?.code).toBe('booking/slot-taken')
  expect((await booking.read(held.id)).body.status).toBe('held')
  await booking.book({ serviceId: service.id, start: '2026-03-24T15:00:00Z', staffId, replaceHolds: true })
  expect((await booking.read(others.id)).body.status).toBe('held')
  expect((await booking.read(held.id)).body.status).toBe('expired')
})
