import { expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/booking/operations'
import { nine, startBooking } from './support.ts'

test('dates at the ends of the calendar are refused like any other impossible time', async () => {
  await using booking = await startBooking()
  const sam = await booking.addStaff('Sam')
  const service = await booking.addService({ staffIds: [sam] })
  const params = { businessId: booking.businessId }
  for (const start of ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z']) {
    expect((await booking.book({ serviceId: service.id, start })).problem?.type).toBe('booking/outside-policy')
    expect((await booking.blockTime({ staffId: sam, start, end: '9999-12-31T23:59:59.9Z' })).status).toBe(422)
  }
  for (const date of ['0001-01-01', '9999-12-31']) {
    expect((await booking.slots(service.id, date)).items).toEqual([])
    const query = { from: date, to: date }
    expect((await booking.call(api.listBusinessBookings, { params, query }, { as: booking.staff })).body.items).toEqual(
      [],
    )
  }
})

test('a made-up cursor is refused', async () => {
  await using booking = await startBooking()
  const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const nonsense = ['0000-01-01T00:00:00Z', 0, '2026-99-99T00:00:00Z', 'bkg_x']
  for (const cursor of ['x', made({}), made(nonsense), made([nine, 2, nine, 'bkg_'])]) {
    const response = await booking.call(api.listMyBookings, { query: { cursor } }, { as: booking.consumer })
    expect(response.status).toBe(422)
  }
})

test('a party too large to be paid for is refused, not miscalculated', async () => {
  await using booking = await startBooking()
  const hall = await booking.addService({ capacity: 500, price: { amount: 99_999_999, currency: 'USD' } })
  const { problem } = await booking.book({ serviceId: hall.id, start: nine, partySize: 500 })
  expect(problem).toMatchObject({ type: 'booking/outside-policy', rule: 'party-size' })
  expect((await booking.book({ serviceId: hall.id, start: nine })).status).toBe(201)
})

test('a price that no card can be charged is refused for an online service, and allowed at the venue', async () => {
  await using booking = await startBooking()
  const params = { businessId: booking.businessId }
  const addPriced = (amount: number, payment: 'online' | 'at-venue', depositBasisPoints = 10_000) => {
    const price = { amount, currency: 'USD' as const }
    const body = { name: 'Button', durationMinutes: 15, price, payment, depositBasisPoints }
    return booking.call(api.addService, { params, body }, { as: booking.owner })
  }
  expect((await addPriced(49, 'online')).problem?.errors).toEqual([
    {
      pointer: '/body/price/amount',
      detail: 'a card cannot be charged as little as $0.49',
      code: 'below-card-minimum',
      amount: { amount: 49, currency: 'USD' },
    },
  ])
  expect((await addPriced(4_900, 'online', 100)).status).toBe(422)
  expect((await addPriced(49, 'at-venue')).status).toBe(201)
  expect((await addPriced(50, 'online')).status).toBe(201)
  expect((await addPriced(0, 'online')).status).toBe(201)
})

test('a window that ends before it begins has no starts', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  for (const to of ['2026-03-27', '2026-03-23', '2020-01-01'])
    expect((await booking.slots(service.id, '2026-03-28', { to })).items).toEqual([])
})

test('time is blocked in whole seconds, so that what is offered beside it can be booked', async () => {
  await using booking = await startBooking()
  const sam = await booking.addStaff('Sam')
  const service = await booking.addService({ staffIds: [sam] })
  const block = (start: string, end: string) => booking.blockTime({ staffId: sam, start, end })
  expect((await block('2026-03-23T20:00:00.0000001Z', '2026-03-23T20:00:00.0000002Z')).status).toBe(422)
  const { body } = await block('2026-03-23T15:00:00Z', '2026-03-23T15:30:00.500Z')
  expect(body.end).toBe('2026-03-23T15:30:00Z')
  const [next] = (await booking.slots(service.id, '2026-03-23')).items
  expect(next?.start).toBe('2026-03-23T15:30:00Z')
  expect((await booking.book({ serviceId: service.id, start: next?.start ?? '' })).status).toBe(201)
})
