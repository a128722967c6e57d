import { expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { nine, startBooking, type Running } from './support.ts'

const usd = (amount: number) => ({ amount, currency: 'USD' as const })
const quote = (booking: Running, serviceId: Id<'service'>, partySize = 1, as?: Id<'person'>) =>
  booking.call(api.quote, { params: { businessId: booking.businessId }, body: { serviceId, partySize } }, { as })

test('a quote says the price, the deposit and what is due now, and a booking made then costs exactly that', async () => {
  await using booking = await startBooking()
  await booking.setChargesEnabled(true)
  const yoga = await booking.addService({
    staffIds: [await booking.addStaff('Sam')],
    ...{ capacity: 6, payment: 'online', depositBasisPoints: 3_333, price: usd(1_999) },
  })
  const { body, status } = await quote(booking, yoga.id, 3)
  expect(status).toBe(200)
  expect(body).toEqual({ price: usd(5_997), deposit: usd(1_999), dueNow: usd(1_999), payment: 'online' })
  const { body: booked } = await booking.book({ serviceId: yoga.id, start: nine, partySize: 3 })
  expect(booked).toMatchObject({ price: body.price, deposit: body.deposit, payment: body.payment })
})

test('a deposit of a fixed amount is asked for each seat; it is no more than the price, and can be taken away', async () => {
  await using booking = await startBooking()
  await booking.setChargesEnabled(true)
  const online = {
    payment: 'online' as const,
    price: usd(4_500),
    capacity: 6,
    staffIds: [await booking.addStaff('Sam')],
  }
  const class_ = await booking.addService({ ...online, depositAmount: usd(1_000) })
  expect((await quote(booking, class_.id, 2)).body).toMatchObject({ deposit: usd(2_000), dueNow: usd(2_000) })
  const tooMuch = await booking.changeService(class_.id, 1, { depositAmount: usd(4_501) })
  expect(tooMuch).toMatchObject({ status: 422, body: { errors: [{ pointer: '/body/depositAmount/amount' }] } })
  expect((await booking.changeService(class_.id, 1, { depositAmount: null })).status).toBe(200)
  expect((await quote(booking, class_.id, 2)).body).toMatchObject({ deposit: usd(9_000) })
})

test('where payments are switched off, or the visit is paid at the venue or free, nothing is due now', async () => {
  await using off = await startBooking({ takesPayments: false })
  const online = await off.addService({ payment: 'online' })
  const free = await off.addService({ payment: 'online', price: usd(0) })
  expect((await quote(off, online.id)).body).toEqual({
    ...{ price: usd(4_500), deposit: usd(0), dueNow: usd(0), payment: 'at-venue' },
  })
  expect((await quote(off, free.id)).body).toEqual({
    ...{ price: usd(0), deposit: usd(0), dueNow: usd(0), payment: 'none' },
  })
  await using on = await startBooking()
  const atVenue = await on.addService({ payment: 'at-venue' })
  expect((await quote(on, atVenue.id)).body).toMatchObject({ dueNow: usd(0), payment: 'at-venue' })
})

test('nothing is quoted of a service that is withdrawn, foreign, or of a business that a stranger cannot see', async () => {
  await using booking = await startBooking()
  const service = await booking.addService()
  await booking.changeService(service.id, 1, { active: false })
  expect((await quote(booking, service.id)).status).toBe(404)
  const other = await booking.addService()
  await booking.changeBusiness({ status: 'draft' })
  expect((await quote(booking, other.id)).status).toBe(404)
  expect((await quote(booking, other.id, 1, booking.owner)).status).toBe(200)
})

test('a party whose price nobody can count is refused, as when it books', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ price: usd(99_999_999), capacity: 500 })
  expect((await quote(booking, service.id, 2)).problem).toMatchObject({
    type: 'booking/outside-policy',
    rule: 'party-size',
  })
})
