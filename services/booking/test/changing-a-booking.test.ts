import { expect, test } from 'vitest'
import { personChanged } from '@buy-locals/contracts/auth/events'
import { bookingChanged } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/booking/operations'
import type { Input } from '@buy-locals/contracts/operation'
import type { Id } from '@buy-locals/values/ids'
import { nine, startBooking, type Running } from './support.ts'

const usd = (amount: number) => ({ amount, currency: 'USD' as const })
type Body = Input<typeof api.changeBooking>['body']

const change = (booking: Running, bookingId: Id<'booking'>, body: Body, as: Id<'person'> = booking.staff) =>
  booking.call(api.changeBooking, { params: { bookingId }, body }, { as })

async function bookedOnThePhone(booking: Running) {
  const service = await booking.addService()
  const { body } = await booking.call(
    api.bookForCustomer,
    {
      params: { businessId: booking.businessId },
      body: {
        serviceId: service.id,
        start: nine,
        note: 'Short',
        customer: { name: 'Kowalsky', email: 'k@example.com' },
      },
    },
    { as: booking.owner },
  )
  return body.id
}

test('the business corrects name, phone number, note and price of what it wrote down', async () => {
  await using booking = await startBooking()
  const id = await bookedOnThePhone(booking)
  const customer = { name: 'Kowalski', phone: '+12085550123' }
  const changed = await change(booking, id, { customer, note: 'Very short', price: usd(4000) })
  expect(changed.status).toBe(200)
  expect(changed.body).toMatchObject({
    ...{ note: 'Very short', price: usd(4000), deposit: usd(0), payment: 'at-venue', version: 2 },
    customer: { ...customer, email: 'k@example.com' },
  })
  const [published] = await booking.published(bookingChanged)
  expect(published?.data).toMatchObject({ id, price: usd(4000), status: 'confirmed' })
  expect((await booking.published(personChanged)).at(-1)).toMatchObject({ sequence: 2, data: { name: 'Kowalski' } })
  const cleared = await change(booking, id, { customer: { phone: null }, note: null, price: usd(0) })
  expect(cleared.body).toMatchObject({ price: usd(0), payment: 'none', customer: { name: 'Kowalski' } })
  expect(cleared.body.note).toBeUndefined()
  expect(cleared.body.customer.phone).toBeUndefined()
})

test('a customer with an account has their own name, and the business corrects the rest', async () => {
  await using booking = await startBooking()
  const service = await booking.addService()
  const { body } = await booking.book({ serviceId: service.id, start: nine })
  expect((await change(booking, body.id, { customer: { name: 'Somebody' } })).status).toBe(403)
  expect((await change(booking, body.id, { price: usd(5000) })).body).toMatchObject({
    price: usd(5000),
    customer: { hasAccount: true },
  })
})

test('what is paid online, over, in another currency or beyond every price stays as it was agreed', async () => {
  await using booking = await startBooking()
  await booking.setChargesEnabled(true)
  const service = await booking.addService({ payment: 'online' })
  const { body: held } = await booking.book({ serviceId: service.id, start: nine })
  expect((await change(booking, held.id, { price: usd(1) })).status).toBe(409)
  await booking.pay(held)
  expect((await change(booking, held.id, { price: usd(1) })).status).toBe(409)
  await booking.cancel(held.id, booking.owner)
  const id = await bookedOnThePhone(booking)
  expect((await change(booking, id, { price: { amount: 1, currency: 'EUR' } })).status).toBe(422)
  expect((await change(booking, id, { price: usd(100_000_000) })).status).toBe(422)
  await booking.cancel(id, booking.owner)
  expect((await change(booking, id, { note: 'Late' })).status).toBe(409)
})

test('the booker cannot change the price, and a stranger does not learn that there is a booking', async () => {
  await using booking = await startBooking()
  const service = await booking.addService()
  const { body } = await booking.book({ serviceId: service.id, start: nine })
  expect((await change(booking, body.id, { price: usd(1) }, booking.consumer)).status).toBe(403)
  expect((await change(booking, body.id, { price: usd(1) }, booking.stranger)).status).toBe(404)
  expect((await booking.read(body.id)).body.price).toEqual(usd(4500))
})
