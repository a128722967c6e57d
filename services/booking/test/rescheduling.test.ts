import { expect, test } from 'vitest'
import { bookingRescheduled } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/booking/operations'
import type { Input } from '@buy-locals/contracts/operation'
import { newId, type Id } from '@buy-locals/values/ids'
import { nine, startBooking, tally, type Running } from './support.ts'

const halfPastNine = '2026-03-23T15:30:00Z'
const ten = '2026-03-23T16:00:00Z'
const tomorrow = '2026-03-24T15:00:00Z'
const policy = { freeUntilHours: 24, lateRefundShare: 0, noShowRefundShare: 0 }

type Body = Input<typeof api.rescheduleBooking>['body']
const move = (
  booking: Running,
  bookingId: Id<'booking'>,
  body: Body,
  as: Id<'person'> | undefined = booking.consumer,
) => booking.call(api.rescheduleBooking, { params: { bookingId }, body }, { as })

async function booked(booking: Running, terms: Parameters<Running['addService']>[0] = {}) {
  const sam = await booking.addStaff('Sam')
  const service = await booking.addService({ staffIds: [sam], policy, ...terms })
  const { body } = await booking.book({ serviceId: service.id, start: nine })
  return { sam, service, id: body.id, made: body }
}
const liveAllocations = (booking: Running) =>
  booking.db.selectFrom('allocations').select(['calendar_id', 'booking_id']).where('live', '=', true).execute()
const jobsOf = (booking: Running, id: string) =>
  booking.db.selectFrom('jobs').select(['kind', 'run_at']).where('key', '=', id).execute()

test('a booking that is moved is the same booking at the new time, one version on, and the old time is free at once', async () => {
  await using booking = await startBooking()
  const { id, service, made, sam } = await booked(booking)
  const { status, body } = await move(booking, id, { start: tomorrow })
  expect(status).toBe(200)
  expect(body).toEqual({
    ...made,
    start: tomorrow,
    end: '2026-03-24T15:30:00Z',
    localStart: '2026-03-24T09:00',
    version: 2,
    rescheduledAt: '2026-03-20T08:00:00Z',
    rescheduledBy: 'consumer',
    previousStart: nine,
  })
  expect((await booking.book({ serviceId: service.id, start: tomorrow }, booking.stranger)).status).toBe(409)
  expect((await booking.book({ serviceId: service.id, start: nine }, booking.stranger)).status).toBe(201)
  const [published] = await booking.published(bookingRescheduled)
  expect(published?.sequence).toBe(2)
  expect(published?.data).toMatchObject({ id, start: tomorrow, previousStart: nine, staffId: sam, status: 'confirmed' })
})

test('a booking can be moved over itself by half of its length', async () => {
  await using booking = await startBooking()
  const { id, service } = await booked(booking, { durationMinutes: 60 })
  expect((await move(booking, id, { start: halfPastNine })).body).toMatchObject({ start: halfPastNine, version: 2 })
  expect((await move(booking, id, { start: nine })).body).toMatchObject({ start: nine, version: 3 })
  expect(await liveAllocations(booking)).toHaveLength(1)
  expect((await booking.book({ serviceId: service.id, start: ten }, booking.stranger)).status).toBe(201)
})

test('where the new time is taken, alternatives are named and the booking keeps the time it has', async () => {
  await using booking = await startBooking()
  const { id, service } = await booked(booking)
  await booking.book({ serviceId: service.id, start: ten }, booking.stranger)
  const { problem } = await move(booking, id, { start: ten })
  expect(problem).toMatchObject({ type: 'booking/slot-taken', alternatives: [{}, {}, {}, {}, {}] })
  expect((await booking.read(id)).body).toMatchObject({ start: nine, version: 1 })
  expect((await booking.book({ serviceId: service.id, start: nine }, booking.stranger)).status).toBe(409)
  expect(await booking.published(bookingRescheduled)).toEqual([])
})

test('the same request sent again, or fifty times at once, moves the booking once', async () => {
  await using booking = await startBooking()
  const { id, service } = await booked(booking)
  await booking.openConnections(service.id)
  const responses = await Promise.all(Array.from({ length: 50 }, () => move(booking, id, { start: tomorrow })))
  expect(tally(responses)).toEqual({ 200: 50 })
  expect(new Set(responses.map(({ body }) => body.version))).toEqual(new Set([2]))
  expect(await booking.published(bookingRescheduled)).toHaveLength(1)
})

test('a consumer moves a booking as long as cancelling it is free, a business at any time', async () => {
  await using booking = await startBooking({ now: '2026-03-22T15:00:00Z' })
  const { id } = await booked(booking)
  expect((await move(booking, id, { start: ten })).status).toBe(200)
  await booking.advance('PT1H0M1S')
  expect((await move(booking, id, { start: tomorrow })).problem).toMatchObject({
    type: 'booking/outside-policy',
    rule: 'change-notice',
  })
  expect((await move(booking, id, { start: tomorrow }, booking.staff)).body).toMatchObject({
    rescheduledBy: 'business',
    previousStart: ten,
  })
})

test('from its start on a consumer cannot move a booking, even where cancelling is free until then', async () => {
  await using booking = await startBooking()
  const { id } = await booked(booking, { policy: { ...policy, freeUntilHours: 0 } })
  await booking.advance('P3DT7H')
  expect((await move(booking, id, { start: tomorrow })).problem).toMatchObject({ rule: 'started' })
  expect((await move(booking, id, { start: tomorrow }, booking.owner)).status).toBe(200)
})

test('the rules of the business hold for the new time of a consumer; notice and horizon are not asked of the business', async () => {
  await using booking = await startBooking()
  const { id } = await booked(booking, { minNoticeMinutes: 48 * 60, maxHorizonDays: 5 })
  const refusal = async (start: string, as?: Id<'person'>) => (await move(booking, id, { start }, as)).problem
  expect(await refusal('2026-03-20T16:00:00Z')).toMatchObject({ rule: 'notice' })
  expect(await refusal('2026-03-30T15:00:00Z')).toMatchObject({ rule: 'horizon' })
  expect(await refusal('2026-03-24T04:00:00Z')).toMatchObject({ rule: 'hours' })
  expect(await refusal('2026-03-24T15:01:00Z')).toMatchObject({ rule: 'step' })
  expect(await refusal('2026-03-19T15:00:00Z')).toMatchObject({ rule: 'past' })
  expect(await refusal('2026-03-24T04:00:00Z', booking.owner)).toMatchObject({ rule: 'hours' })
  expect((await move(booking, id, { start: '2026-03-20T16:00:00Z' }, booking.owner)).status).toBe(200)
  expect((await move(booking, id, { start: '2026-03-30T15:00:00Z' }, booking.owner)).status).toBe(200)
})

test('a business that moves a booking keeps what was agreed: the price, the terms and the length that were booked, whatever the service says by now', async () => {
  await using booking = await startBooking()
  const { id, service, made } = await booked(booking)
  const dearer = { price: { amount: 9900, currency: 'USD' as const }, durationMinutes: 60 }
  await booking.changeService(service.id, 1, { ...dearer, policy: { ...policy, freeUntilHours: 720 } })
  const usd = (amount: number) => ({ amount, currency: 'USD' as const })
  expect((await move(booking, id, { start: tomorrow, agreedPrice: usd(9000) }, booking.owner)).problem).toMatchObject({
    ...{ type: 'booking/price-changed', quote: { price: usd(9900) } },
  })
  const { body } = await move(booking, id, { start: tomorrow }, booking.owner)
  expect(body).toMatchObject({ price: made.price, policy: made.policy, end: '2026-03-24T15:30:00Z' })
})

test('where the price is another one by now, the consumer agrees to it first; nothing moves before', async () => {
  await using booking = await startBooking()
  const { id, service } = await booked(booking)
  const usd = (amount: number) => ({ amount, currency: 'USD' as const })
  await booking.changeService(service.id, 1, { price: usd(6000) })
  for (const agreedPrice of [undefined, usd(4500), usd(5999)]) {
    const { problem } = await move(booking, id, { start: tomorrow, ...(agreedPrice && { agreedPrice }) })
    expect(problem).toMatchObject({
      type: 'booking/price-changed',
      quote: { price: usd(6000), deposit: usd(0), dueNow: usd(0), payment: 'at-venue' },
    })
  }
  expect((await booking.read(id)).body).toMatchObject({ start: nine, version: 1 })
  const { body } = await move(booking, id, { start: tomorrow, agreedPrice: usd(6000) })
  expect(body).toMatchObject({ start: tomorrow, price: usd(6000), payment: 'at-venue', version: 2 })
})

const usd = (amount: number) => ({ amount, currency: 'USD' as const })

/** Paid online at 45.00; by now the service costs something else. */
async function paid(booking: Running, amount: number, terms: Parameters<Running['addService']>[0] = {}) {
  await booking.setChargesEnabled(true)
  const { id, service, made, sam } = await booked(booking, { payment: 'online', ...terms })
  await booking.pay(made)
  await booking.changeService(service.id, 1, { price: usd(amount) })
  return { id, service, made, sam }
}

test('where more is due online, the new time is held beside the old one until the difference is paid', async () => {
  await using booking = await startBooking()
  const { id, service, made } = await paid(booking, 6000)
  expect((await move(booking, id, { start: tomorrow })).problem).toMatchObject({
    ...{ type: 'booking/price-changed', quote: { price: usd(6000), deposit: usd(6000), dueNow: usd(1500) } },
  })
  const { status, body: held } = await move(booking, id, { start: tomorrow, agreedPrice: usd(6000) })
  expect(status).toBe(200)
  expect(held).toMatchObject({
    ...{ status: 'confirmed', start: nine, price: usd(4500), deposit: usd(4500), version: 3 },
    heldMove: { version: 3, start: tomorrow, price: usd(6000), due: usd(1500), holdExpiresAt: '2026-03-20T08:10:00Z' },
  })
  for (const start of [nine, tomorrow])
    expect((await booking.book({ serviceId: service.id, start }, booking.stranger)).status).toBe(409)
  expect((await move(booking, id, { start: tomorrow, agreedPrice: usd(6000) })).body).toEqual(held)
  await booking.payDifference(held)
  const { body: moved } = await booking.read(id)
  expect(moved).toMatchObject({
    start: tomorrow,
    price: usd(6000),
    deposit: usd(6000),
    previousStart: nine,
    version: 4,
  })
  expect(moved).not.toHaveProperty('heldMove')
  expect(moved.policy).toEqual(made.policy)
  expect(await liveAllocations(booking)).toHaveLength(1)
  expect(await booking.published(bookingRescheduled)).toHaveLength(1)
  expect((await booking.book({ serviceId: service.id, start: nine }, booking.stranger)).status).toBe(201)
})

test('where the difference is not paid in time, the booking keeps the old time, and late money is refunded', async () => {
  await using booking = await startBooking()
  const { id, service } = await paid(booking, 6000)
  const { body: held } = await move(booking, id, { start: tomorrow, agreedPrice: usd(6000) })
  await booking.advance('PT10M')
  const { body } = await booking.read(id)
  expect(body).toMatchObject({ status: 'confirmed', start: nine, price: usd(4500), version: 4 })
  expect(body).not.toHaveProperty('heldMove')
  expect((await booking.eventTypes(id)).at(-1)).toBe('booking.reschedule-expired.v1')
  await booking.payDifference(held)
  expect((await booking.eventTypes(id)).at(-1)).toBe('booking.payment-unusable.v1')
  expect((await booking.read(id)).body).toMatchObject({ start: nine, price: usd(4500) })
  expect((await booking.book({ serviceId: service.id, start: tomorrow }, booking.stranger)).status).toBe(201)
  expect((await booking.book({ serviceId: service.id, start: nine }, booking.stranger)).status).toBe(409)
})

test('what costs less is moved at once, and only the difference is named as a refund', async () => {
  await using booking = await startBooking()
  const { id } = await paid(booking, 3000)
  expect((await move(booking, id, { start: tomorrow })).problem).toMatchObject({
    quote: { price: usd(3000), deposit: usd(3000), dueNow: usd(0), refund: usd(1500) },
  })
  expect((await move(booking, id, { start: tomorrow, agreedPrice: usd(3000) })).body).toMatchObject({
    ...{ status: 'confirmed', start: tomorrow, price: usd(3000), deposit: usd(3000), payment: 'online' },
  })
})

test('of a deposit only its share of the difference is due online; what no card can be charged is paid at the venue', async () => {
  await using booking = await startBooking()
  const { id } = await paid(booking, 6000, { depositBasisPoints: 4_000 })
  const { body: held } = await move(booking, id, { start: tomorrow, agreedPrice: usd(6000) })
  expect(held.heldMove).toMatchObject({ deposit: usd(2400), due: usd(600) })
  await using other = await startBooking()
  const little = await paid(other, 4520)
  expect((await move(other, little.id, { start: tomorrow, agreedPrice: usd(4520) })).body).toMatchObject({
    ...{ start: tomorrow, price: usd(4520), deposit: usd(4500) },
  })
})

test('nobody but the consumer agrees to pay more online, and a seat of a class keeps its price where it is higher', async () => {
  await using booking = await startBooking()
  const { id, made } = await paid(booking, 6000)
  const agreedPrice = usd(6000)
  expect((await move(booking, id, { start: tomorrow, agreedPrice }, booking.owner)).problem).toMatchObject({
    quote: { price: made.price, dueNow: usd(0) },
  })
  expect((await move(booking, id, { start: tomorrow }, booking.owner)).body).toMatchObject({ price: made.price })
  await using other = await startBooking()
  const seat = await paid(other, 6000, { capacity: 3 })
  expect((await move(other, seat.id, { start: tomorrow })).body).toMatchObject({ start: tomorrow, price: usd(4500) })
})

test('a booking that costs more is moved over itself: of its own time nothing is in its way', async () => {
  await using booking = await startBooking()
  const { id, service } = await paid(booking, 6000, { durationMinutes: 60 })
  const { body: held } = await move(booking, id, { start: halfPastNine, agreedPrice: usd(6000) })
  expect(held.heldMove).toMatchObject({ start: halfPastNine, end: '2026-03-23T16:30:00Z' })
  expect((await booking.book({ serviceId: service.id, start: ten }, booking.stranger)).status).toBe(409)
  await booking.payDifference(held)
  expect((await booking.read(id)).body).toMatchObject({ start: halfPastNine, price: usd(6000) })
  expect(await liveAllocations(booking)).toHaveLength(1)
})

test('another time that is asked for gives up the one that was held, and money for that is refunded', async () => {
  await using booking = await startBooking()
  const { id, service } = await paid(booking, 6000)
  const { body: first } = await move(booking, id, { start: tomorrow, agreedPrice: usd(6000) })
  const { body: second } = await move(booking, id, { start: ten, agreedPrice: usd(6000) })
  expect(second.heldMove).toMatchObject({ start: ten, version: 4 })
  expect((await booking.book({ serviceId: service.id, start: tomorrow }, booking.stranger)).status).toBe(201)
  await booking.payDifference(first)
  expect((await booking.eventTypes(id)).at(-1)).toBe('booking.payment-unusable.v1')
  await booking.payDifference(second)
  expect((await booking.read(id)).body).toMatchObject({ start: ten, price: usd(6000) })
})

test('nothing is held for what is cancelled, and where the business cannot take payments nothing is held at all', async () => {
  await using booking = await startBooking()
  const { id, service } = await paid(booking, 6000)
  await booking.setChargesEnabled(false, 2)
  const body = { start: tomorrow, agreedPrice: usd(6000) }
  expect((await move(booking, id, body)).problem?.type).toBe('booking/payments-not-ready')
  await booking.setChargesEnabled(true, 3)
  const { body: held } = await move(booking, id, body)
  const { body: cancelled } = await booking.cancel(id, booking.consumer)
  expect(cancelled).not.toHaveProperty('heldMove')
  expect(await liveAllocations(booking)).toEqual([])
  await booking.payDifference(held)
  expect((await booking.eventTypes(id)).at(-1)).toBe('booking.payment-unusable.v1')
  expect((await booking.book({ serviceId: service.id, start: tomorrow }, booking.stranger)).status).toBe(201)
})

test('whoever was to give the service gives it again where they can, or else somebody who is free; somebody else can be asked for', async () => {
  await using booking = await startBooking()
  const [sam, kim] = [await booking.addStaff('Sam'), await booking.addStaff('Kim')]
  const service = await booking.addService({ staffIds: [sam, kim], policy })
  const { body: made } = await booking.book({ serviceId: service.id, start: nine, staffId: kim })
  expect((await move(booking, made.id, { start: ten })).body).toMatchObject({ staffId: kim, staffName: 'Kim' })
  await booking.book({ serviceId: service.id, start: tomorrow, staffId: kim }, booking.stranger)
  expect((await move(booking, made.id, { start: tomorrow })).body).toMatchObject({ staffId: sam, staffName: 'Sam' })
  expect((await move(booking, made.id, { start: tomorrow, staffId: kim })).problem?.type).toBe('booking/slot-taken')
  expect((await move(booking, made.id, { start: ten, staffId: kim })).body).toMatchObject({ staffId: kim })
  expect((await move(booking, made.id, { start: ten, staffId: newId('staff') })).status).toBe(404)
  const former = (await booking.published(bookingRescheduled)).map(({ data }) => data.formerStaffId)
  expect(former, 'whoever has it no more').toEqual([undefined, kim, sam])
})

test('whoever moves from one session of a class to another leaves a seat and takes one', async () => {
  await using booking = await startBooking()
  const yoga = await booking.addService({ staffIds: [await booking.addStaff('Sam')], capacity: 3, policy })
  const request = { serviceId: yoga.id, start: nine }
  const { body: two } = await booking.book({ ...request, partySize: 2 })
  await booking.book(request, booking.stranger)
  await booking.book({ ...request, start: tomorrow }, booking.stranger)
  expect((await move(booking, two.id, { start: tomorrow })).body).toMatchObject({ start: tomorrow, partySize: 2 })
  const seatsLeft = async (date: string, start: string) =>
    (await booking.slots(yoga.id, date)).items.find((slot) => slot.start === start)?.seatsLeft
  expect(await seatsLeft('2026-03-23', nine)).toBe(2)
  expect(await seatsLeft('2026-03-24', tomorrow)).toBeUndefined()
  await booking.book({ ...request, partySize: 2 }, newId('person'))
  expect((await move(booking, two.id, { start: nine })).problem?.type).toBe('booking/slot-taken')
  expect((await booking.read(two.id)).body).toMatchObject({ start: tomorrow, version: 2 })
})

test('a session whose last guest moves away ends, and can be moved over itself', async () => {
  await using booking = await startBooking()
  const yoga = await booking.addService({
    staffIds: [await booking.addStaff('Sam')],
    ...{ capacity: 3, durationMinutes: 60, policy },
  })
  const { body } = await booking.book({ serviceId: yoga.id, start: nine })
  expect((await move(booking, body.id, { start: halfPastNine })).status).toBe(200)
  const sessions = await booking.db.selectFrom('group_sessions').select(['live', 'seats_taken']).execute()
  expect(sessions.toSorted((a, b) => a.seats_taken - b.seats_taken)).toEqual([
    { live: false, seats_taken: 0 },
    { live: true, seats_taken: 1 },
  ])
  expect(await liveAllocations(booking)).toHaveLength(1)
})

test('seats taken one by one in many sessions are not gathered in one from the same address without paying', async () => {
  await using booking = await startBooking({ sessionPerAddress: { seats: 2, share: 1 } })
  const yoga = await booking.addService({ staffIds: [await booking.addStaff('Sam')], capacity: 6, policy })
  const hours = [nine, ten, '2026-03-23T17:00:00Z']
  const made = await Promise.all(hours.map((start) => booking.book({ serviceId: yoga.id, start })))
  const [, second, third] = made.map(({ body }) => body.id)
  expect((await move(booking, second ?? 'bkg_', { start: nine })).status).toBe(200)
  expect((await move(booking, third ?? 'bkg_', { start: nine })).problem).toMatchObject({
    ...{ type: 'booking/too-many-holds', limit: 'session' },
  })
  expect((await move(booking, third ?? 'bkg_', { start: nine }, booking.owner)).status).toBe(200)
})

test('what was due after the old time is due after the new one', async () => {
  await using booking = await startBooking()
  const { id } = await booked(booking)
  await move(booking, id, { start: tomorrow })
  const jobs = await jobsOf(booking, id)
  expect(jobs.map(({ kind, run_at }) => [kind, run_at.toString()])).toEqual([
    ['booking.auto-complete', '2026-03-25T15:30:00Z'],
  ])
  await booking.advance('P4DT7H31M')
  expect((await booking.read(id)).body.status).toBe('confirmed')
  await booking.advance('P1D')
  expect((await booking.read(id)).body.status).toBe('completed')
})

test('a calendar replaces a booking that was moved: the same event, one sequence on', async () => {
  await using booking = await startBooking()
  const { id } = await booked(booking)
  const file = async () => {
    const { body } = await booking.call(api.readBookingFile, { params: { bookingId: id } }, { as: booking.consumer })
    return (body as unknown as string).replaceAll('\r\n ', '')
  }
  const before = await file()
  await booking.advance('PT1H')
  await move(booking, id, { start: tomorrow })
  const after = await file()
  const line = (text: string, name: string) => new RegExp(`^${name}[:;](.*)$`, 'm').exec(text)?.[1]?.trim()
  expect(line(after, 'UID')).toBe(line(before, 'UID'))
  expect([line(before, 'SEQUENCE'), line(after, 'SEQUENCE')]).toEqual(['1', '2'])
  expect(line(after, 'DTSTART')).toBe('20260324T150000Z')
  expect(line(after, 'DTSTAMP')).toBe('20260320T090000Z')
})

test('only a confirmed booking is moved, and only by those it belongs to', async () => {
  await using booking = await startBooking()
  await booking.setChargesEnabled(true)
  const { id, service } = await booked(booking)
  expect((await move(booking, id, { start: ten }, booking.stranger)).status).toBe(404)
  expect((await move(booking, id, { start: ten }, booking.operator)).status).toBe(403)
  await booking.cancel(id, booking.consumer)
  expect((await move(booking, id, { start: ten })).problem).toMatchObject({
    type: 'booking/wrong-state',
    state: 'cancelled',
  })
  await booking.changeService(service.id, 1, { payment: 'online' })
  const { body: held } = await booking.book({ serviceId: service.id, start: nine })
  expect((await move(booking, held.id, { start: ten })).problem).toMatchObject({ state: 'held' })
})

test('a guest moves a booking with the token of their link', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')], policy })
  const { body } = await booking.bookAsGuest({ serviceId: service.id, start: nine })
  const withToken = (token: string) =>
    booking.call(
      api.rescheduleBooking,
      { params: { bookingId: body.id }, body: { start: ten } },
      { headers: { 'x-manage-token': token } },
    )
  expect((await withToken('a-token-of-somebody-else-entirely')).status).toBe(404)
  expect((await withToken(body.manageToken ?? '')).body).toMatchObject({ start: ten, rescheduledBy: 'consumer' })
})

test('what was paid online is moved no further than money may be held', async () => {
  await using booking = await startBooking()
  await booking.setChargesEnabled(true)
  const service = await booking.addService({
    staffIds: [await booking.addStaff('Sam')],
    ...{ payment: 'online', maxHorizonDays: 365, policy },
  })
  const { body: held } = await booking.book({ serviceId: service.id, start: nine })
  await booking.pay(held)
  await booking.advance('P2D')
  const { problem } = await move(booking, held.id, { start: '2026-06-09T15:00:00Z' }, booking.owner)
  expect(problem).toMatchObject({ rule: 'horizon' })
  expect((await move(booking, held.id, { start: '2026-06-07T15:00:00Z' }, booking.owner)).body).toMatchObject({
    status: 'confirmed',
    deposit: held.deposit,
  })
})

test('the board names a time that is held for a move, so that nobody wonders who has it, and blocking over it does too', async () => {
  await using booking = await startBooking()
  const room = await booking.addResource('Room 1')
  const { id, sam } = await paid(booking, 6000, { resourceIds: [room] })
  await move(booking, id, { start: tomorrow, agreedPrice: usd(6000) })
  const board = async (date: string) =>
    (
      await booking.call(
        api.listBusinessBookings,
        { params: { businessId: booking.businessId }, query: { from: date, to: date } },
        { as: booking.staff },
      )
    ).body
  const own = await board('2026-03-23')
  expect(own).toMatchObject({ items: [{ id, start: nine, resourceIds: [room] }], heldMoves: [] })
  expect(await board('2026-03-24')).toMatchObject({
    items: [],
    heldMoves: [{ id, customer: {}, heldMove: { start: tomorrow, staffId: sam }, resourceIds: [room] }],
  })
  const blocked = await booking.blockTime({ staffId: sam, start: tomorrow, end: '2026-03-24T16:00:00Z' })
  expect(blocked.body.overlapping).toMatchObject([{ id }])
  await booking.advance('PT10M')
  expect(await board('2026-03-24')).toMatchObject({ items: [], heldMoves: [] })
})

test('a time that is held for a move counts like any other that is held unpaid: by person, address and business', async () => {
  await using booking = await startBooking({ holdsPer: { person: 2, address: 100, business: 100 } })
  const { id, service } = await paid(booking, 6000)
  const others: Id<'booking'>[] = []
  for (const start of [halfPastNine, ten]) {
    const { body } = await booking.book({ serviceId: service.id, start })
    await booking.pay(body)
    others.push(body.id)
  }
  await booking.changeService(service.id, 2, { price: usd(7000) })
  const at = (hour: number) => `2026-03-24T${hour}:00:00Z`
  const dearer = { agreedPrice: usd(7000) }
  expect((await move(booking, id, { start: at(15), ...dearer })).status).toBe(200)
  expect((await move(booking, others[0] as Id<'booking'>, { start: at(16), ...dearer })).status).toBe(200)
  const third = await move(booking, others[1] as Id<'booking'>, { start: at(17), ...dearer })
  expect(third.problem).toMatchObject({ type: 'booking/too-many-holds', limit: 'person' })
  expect((await booking.book({ serviceId: service.id, start: at(18) })).problem).toMatchObject({ limit: 'person' })
  expect((await move(booking, id, { start: at(18), ...dearer })).status).toBe(200) // instead of its own
  expect(
    await booking.db.selectFrom('bookings').select('id').where('requested_from', 'is not', null).execute(),
  ).toHaveLength(2)
  await booking.advance('PT10M')
  expect(
    await booking.db.selectFrom('bookings').select('id').where('requested_from', 'is not', null).execute(),
  ).toEqual([])
  expect((await move(booking, others[1] as Id<'booking'>, { start: at(17), ...dearer })).status).toBe(200)
})

test('a guest agrees to the difference by the link of their mail, and has the new time when it is paid', async () => {
  await using booking = await startBooking()
  await booking.setChargesEnabled(true)
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')], policy, payment: 'online' })
  const { body } = await booking.bookAsGuest({ serviceId: service.id, start: nine })
  await booking.pay(body)
  await booking.changeService(service.id, 1, { price: usd(6000) })
  const headers = { 'x-manage-token': body.manageToken ?? '' }
  const input = { params: { bookingId: body.id }, body: { start: tomorrow, agreedPrice: usd(6000) } }
  const { body: held } = await booking.call(api.rescheduleBooking, input, { headers })
  expect(held.heldMove).toMatchObject({ start: tomorrow, due: usd(1500) })
  await booking.payDifference(held)
  const { body: moved } = await booking.call(api.readBooking, { params: input.params }, { headers })
  expect(moved).toMatchObject({ start: tomorrow, price: usd(6000), rescheduledBy: 'consumer' })
})
