import { expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/booking/operations'
import { bookingPaymentUnusable } from '@buy-locals/contracts/booking/events'
import { newId, type Id } from '@buy-locals/values/ids'
import { nine, startBooking } from './support.ts'

async function withOnlineService(...options: Parameters<typeof startBooking>) {
  const booking = await startBooking(...options)
  await booking.setChargesEnabled(true)
  const service = await booking.addService({
    staffIds: [await booking.addStaff('Sam')],
    payment: 'online',
    depositBasisPoints: 2_000,
  })
  return { ...booking, service, request: { serviceId: service.id, start: nine } }
}

test('a booking to pay now is held for ten minutes, for the deposit of the frozen price, and confirmed by the payment', async () => {
  await using booking = await withOnlineService()
  const { body: held } = await booking.book(booking.request)
  expect(held).toMatchObject({
    status: 'held',
    holdExpiresAt: '2026-03-20T08:10:00Z',
    price: { amount: 4500 },
    deposit: { amount: 900 },
    payment: 'online',
  })
  await booking.pay(held)
  await booking.advance('PT1H')
  const { body } = await booking.read(held.id)
  expect(body).toMatchObject({ status: 'confirmed', version: 2 })
  expect(body.holdExpiresAt).toBeUndefined()
  expect(await booking.eventTypes(held.id)).toEqual(['booking.held.v1', 'booking.confirmed.v1'])
})

test('a payment that is delivered again, later, or beside another payment changes the booking once', async () => {
  await using booking = await withOnlineService()
  const { body: held } = await booking.book(booking.request)
  const delivered = await booking.pay(held)
  await booking.redeliver(delivered)
  await Promise.all([
    booking.pay(held, delivered.subject as 'pay_'),
    booking.redeliver({ ...delivered, id: newId('event') }),
  ])
  expect(await booking.eventTypes(held.id)).toEqual(['booking.held.v1', 'booking.confirmed.v1'])
  const second = newId('payment')
  await booking.pay(held, second)
  await booking.pay(held, second)
  const [unusable, ...more] = await booking.published(bookingPaymentUnusable)
  expect(more).toEqual([])
  expect(unusable?.data).toMatchObject({ id: held.id, paymentId: second, status: 'confirmed', version: 3 })
  expect((await booking.read(held.id)).body.status).toBe('confirmed')
})

test('a payment after the hold has expired takes the time again while it is free', async () => {
  await using booking = await withOnlineService()
  const { body: held } = await booking.book(booking.request)
  await booking.advance('PT10M')
  expect((await booking.read(held.id)).body.status).toBe('expired')
  await booking.pay(held)
  expect((await booking.read(held.id)).body).toMatchObject({ status: 'confirmed', start: nine })
  expect((await booking.book(booking.request, booking.stranger)).status).toBe(409)
  expect(await booking.eventTypes(held.id)).toEqual(['booking.held.v1', 'booking.expired.v1', 'booking.confirmed.v1'])
})

test('a payment that comes when somebody else has the time is unusable, once, and the booking stays expired', async () => {
  await using booking = await withOnlineService()
  const { body: held } = await booking.book(booking.request)
  await booking.advance('PT10M')
  const other = await booking.book(booking.request, booking.stranger)
  await booking.pay(other.body)
  const late = await booking.pay(held)
  await booking.redeliver({ ...late, id: newId('event') })
  expect((await booking.read(held.id)).body.status).toBe('expired')
  expect((await booking.read(other.body.id)).body.status).toBe('confirmed')
  const published = await booking.published(bookingPaymentUnusable)
  expect(published.map(({ data }) => data)).toMatchObject([{ id: held.id, paymentId: late.subject, status: 'expired' }])
})

test('a payment after the start, or for a cancelled booking, is unusable', async () => {
  await using booking = await withOnlineService()
  const [late, cancelled] = [
    await booking.book(booking.request),
    await booking.book({ ...booking.request, start: '2026-03-24T15:00:00Z' }),
  ]
  await booking.cancel(cancelled.body.id, booking.consumer)
  await booking.pay(cancelled.body)
  await booking.advance('P4D')
  await booking.pay(late.body)
  const published = await booking.published(bookingPaymentUnusable)
  expect(published.map(({ subject }) => subject)).toEqual([cancelled.body.id, late.body.id])
  expect((await booking.read(late.body.id)).body.status).toBe('expired')
})

test('seats whose hold has expired are sold again, and a late payer gets one only where one is left', async () => {
  await using booking = await startBooking()
  await booking.setChargesEnabled(true)
  const yoga = await booking.addService({ staffIds: [await booking.addStaff('Sam')], capacity: 2, payment: 'online' })
  const request = { serviceId: yoga.id, start: nine }
  const [ada, grace] = [await booking.book(request, newId('person')), await booking.book(request, newId('person'))]
  expect((await booking.book(request, newId('person'))).status).toBe(409)
  await booking.advance('PT10M')
  await booking.pay(ada.body)
  expect((await booking.read(ada.body.id)).body.status).toBe('confirmed')
  const joan = await booking.book(request, newId('person'))
  await booking.pay(joan.body)
  await booking.pay(grace.body)
  expect((await booking.read(grace.body.id)).body.status).toBe('expired')
  const live = await booking.db.selectFrom('group_sessions').select(['seats_taken']).where('live', '=', true).execute()
  expect(live).toEqual([{ seats_taken: 2 }])
})

test('a payment for a service that has been withdrawn since is unusable', async () => {
  await using booking = await withOnlineService()
  const { body: held } = await booking.book(booking.request)
  await booking.advance('PT10M')
  await booking.changeService(booking.service.id, 1, { active: false })
  await booking.pay(held)
  expect((await booking.read(held.id)).body.status).toBe('expired')
  expect(await booking.published(bookingPaymentUnusable)).toHaveLength(1)
})

test('a late payer gets no seat that the service no longer has', async () => {
  await using booking = await startBooking()
  await booking.setChargesEnabled(true)
  const yoga = await booking.addService({ staffIds: [await booking.addStaff('Sam')], capacity: 4, payment: 'online' })
  const request = { serviceId: yoga.id, start: nine }
  const people = Array.from({ length: 4 }, () => newId('person'))
  const [late, ...others] = (await Promise.all(people.map((person) => booking.book(request, person)))).map(
    ({ body }) => body,
  )
  for (const other of others) await booking.pay(other)
  await booking.advance('PT10M')
  await booking.changeService(yoga.id, 1, { capacity: 2 })
  const [first] = others
  if (!late || !first) throw new Error('Four have booked')
  await booking.cancel(first.id, booking.staff)
  await booking.pay(late)
  expect((await booking.read(late.id)).body.status).toBe('expired')
})

test('nobody can pay a business that cannot be paid yet; paying at the venue goes on', async () => {
  await using booking = await startBooking()
  const staffIds = [await booking.addStaff('Sam')]
  const online = await booking.addService({ staffIds, payment: 'online' })
  const atVenue = await booking.addService({ staffIds })
  expect((await booking.book({ serviceId: online.id, start: nine })).problem?.type).toBe('booking/payments-not-ready')
  await booking.setChargesEnabled(false)
  expect((await booking.book({ serviceId: online.id, start: nine })).problem?.type).toBe('booking/payments-not-ready')
  expect((await booking.book({ serviceId: atVenue.id, start: nine })).body).toMatchObject({
    status: 'confirmed',
    payment: 'at-venue',
    deposit: { amount: 0 },
  })
  await booking.setChargesEnabled(true, 2)
  expect((await booking.book({ serviceId: online.id, start: '2026-03-23T16:00:00Z' })).body.status).toBe('held')
})

test('what a business cannot be paid for yet is offered to nobody online, and its own people still book it', async () => {
  await using booking = await startBooking()
  const staffIds = [await booking.addStaff('Sam')]
  const online = await booking.addService({ staffIds, payment: 'online' })
  const atVenue = await booking.addService({ staffIds })
  const params = { businessId: booking.businessId }
  const listed = async () => {
    const { items } = (await booking.call(api.listServices, { params })).body
    return items.map(({ id, awaitsPayments }) => ({ id, awaitsPayments }))
  }
  const countSlots = async (as?: Id<'person'>) => {
    const query = { serviceId: online.id, from: '2026-03-23', to: '2026-03-23' }
    return (await booking.call(api.findSlots, { params, query }, { as })).body.items.length
  }
  expect(await listed()).toEqual([{ id: online.id, awaitsPayments: true }, { id: atVenue.id }])
  expect(await countSlots()).toBe(0)
  expect(await countSlots(booking.staff)).toBeGreaterThan(0)
  const byPhone = { serviceId: online.id, start: nine, customer: { name: 'Cleo' } }
  expect((await booking.call(api.bookForCustomer, { params, body: byPhone }, { as: booking.staff })).status).toBe(201)
  await booking.setChargesEnabled(true)
  expect(await listed()).toEqual([{ id: online.id }, { id: atVenue.id }])
  expect(await countSlots()).toBeGreaterThan(0)
  await booking.setChargesEnabled(false, 2)
  expect(await countSlots(), 'and where payments are suspended later').toBe(0)
})

test('with payments switched off, and for what costs nothing, there is nothing to pay', async () => {
  await using booking = await startBooking({ takesPayments: false })
  const staffIds = [await booking.addStaff('Sam')]
  const online = await booking.addService({ staffIds, payment: 'online' })
  const free = await booking.addService({ staffIds, payment: 'online', price: { amount: 0, currency: 'USD' } })
  expect((await booking.book({ serviceId: online.id, start: nine })).body).toMatchObject({
    status: 'confirmed',
    payment: 'at-venue',
  })
  expect((await booking.book({ serviceId: free.id, start: '2026-03-23T16:00:00Z' })).body).toMatchObject({
    status: 'confirmed',
    payment: 'none',
  })
})

test('one person holds three unpaid times and no more, also when they are requested at once', async () => {
  await using booking = await withOnlineService()
  const starts = Array.from({ length: 8 }, (_, hour) => `2026-03-23T${15 + hour}:00:00Z`)
  const responses = await Promise.all(starts.map((start) => booking.book({ ...booking.request, start })))
  expect(responses.filter(({ status }) => status === 201)).toHaveLength(3)
  const refused = responses.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(5)
  expect(refused[0]?.problem?.type).toBe('booking/too-many-holds')
  expect(refused[0]?.headers.get('retry-after')).toBe('60')
  await booking.advance('PT10M')
  expect((await booking.book(booking.request)).status).toBe(201)
})

test('guests with the same mail address share one limit of unpaid times, and a network address has its own', async () => {
  await using booking = await withOnlineService({ holdsPer: { person: 1, address: 2, business: 100 } })
  const at = (hour: number) => ({ ...booking.request, start: `2026-03-23T${hour}:00:00Z` })
  expect((await booking.bookAsGuest(at(15))).status).toBe(201)
  expect((await booking.bookAsGuest(at(16))).problem).toMatchObject({ type: 'booking/too-many-holds', limit: 'person' })
  expect((await booking.bookAsGuest(at(16), 'grace@example.com')).status).toBe(201)
  expect((await booking.bookAsGuest(at(17), 'joan@example.com')).problem).toMatchObject({ limit: 'address' })
})

test('from one network address no more times are held than its limit, also when many guests book at once', async () => {
  await using booking = await withOnlineService({ holdsPer: { person: 3, address: 2, business: 100 } })
  const starts = Array.from({ length: 8 }, (_, hour) => `2026-03-23T${15 + hour}:00:00Z`)
  const responses = await Promise.all(
    starts.map((start, guest) => booking.bookAsGuest({ ...booking.request, start }, `guest-${guest}@example.com`)),
  )
  expect(responses.filter(({ status }) => status === 201)).toHaveLength(2)
  const refused = responses.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(6)
  expect(refused[0]?.problem).toMatchObject({ type: 'booking/too-many-holds', limit: 'address' })
})

test('the same request sent again with its key gets the same response and books once', async () => {
  await using booking = await withOnlineService()
  const responses = await Promise.all(
    Array.from({ length: 5 }, () => booking.book(booking.request, booking.consumer, 'one-and-the-same-key')),
  )
  const [made] = responses.filter(({ status }) => status === 201)
  const again = await booking.book(booking.request, booking.consumer, 'one-and-the-same-key')
  expect(again.body).toEqual(made?.body)
  const other = await booking.book({ ...booking.request, partySize: 2 }, booking.consumer, 'one-and-the-same-key')
  expect(other.problem?.type).toBe('idempotency/key-reused')
  expect(await booking.db.selectFrom('bookings').select('id').execute()).toHaveLength(1)
})
