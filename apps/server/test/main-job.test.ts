import { setTimeout } from 'node:timers/promises'
import { realtime } from '@buy-locals/api-client/realtime'
import { createRealtimeToken } from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import * as payment from '@buy-locals/contracts/payment/operations'
import { businessChannel } from '@buy-locals/contracts/realtime'
import * as review from '@buy-locals/contracts/review/operations'
import { checkLedger } from '@buy-locals/payment/use-cases/check-ledger'
import { localDateOf } from '@buy-locals/values/time'
import { expect, test } from 'vitest'
import { startServer, type Someone } from './support.ts'

type Server = Awaited<ReturnType<typeof startServer>>

async function until<T>(poll: () => Promise<T | undefined | false>, seconds = 60): Promise<T> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await setTimeout(50)) {
    const seen = await poll()
    if (seen) return seen
  }
  throw new Error('It did not happen in time')
}

async function openBarber(server: Server, owner: Someone, admin: Someone) {
  const address = { street: '312 S 3rd St', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' }
  const { id: businessId } = await owner.call(business.registerBusiness, {
    body: { name: 'Third Street Barber', categories: ['hair'], address, location: { lat: 43.612, lon: -116.199 } },
  })
  const params = { businessId }
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '24:00' }))
  await owner.call(business.changeHours, { params, body: { weekly, special: [] } })
  const { id: staffId } = await owner.call(booking.addStaff, { params, body: { name: 'Marcus' } })
  const { onboardingUrl } = await owner.call(payment.onboardPayee, { params })
  await fetch(onboardingUrl, { method: 'POST', body: new URLSearchParams({ outcome: 'submit' }), redirect: 'manual' })
  await until(async () => (await owner.call(payment.readPayee, { params })).chargesEnabled)
  const { id: serviceId } = await owner.call(booking.addService, {
    params,
    body: {
      name: 'Haircut',
      durationMinutes: 30,
      price: { amount: 4_500, currency: 'USD' },
      payment: 'online',
      staffIds: [staffId],
    },
  })
  await owner.call(business.publishBusiness, { params })
  await admin.call(business.approveBusiness, { params })
  return { businessId, serviceId, params }
}

/** With one of Stripe's own test cards, as the page does. */
async function pay(server: Server, consumer: Someone, bookingId: `bkg_${string}`) {
  const requested = await consumer.call(payment.payBooking, { params: { bookingId } })
  const confirmed = await fetch(`${server.simulator?.url}/v1/payment_intents/${requested.paymentIntentId}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${requested.publishableKey}` },
    body: new URLSearchParams({ client_secret: requested.clientSecret, payment_method: 'pm_card_visa' }),
  })
  expect(confirmed.status).toBe(200)
}

test('from a search to a paid, completed, released and reviewed booking', async () => {
  await using server = await startServer()
  await server.market()
  const admin = await server.someone('Ada Admin', { scope: 'platform', role: 'admin' })
  const [owner, consumer] = [await server.someone('Owen Owner'), await server.someone('Cora Lane')]
  const { businessId, serviceId, params } = await openBarber(server, owner, admin)

  const date = localDateOf(server.composed.auth.clock().add({ hours: 48 }), 'America/Boise')
  const near = { near: '43.615,-116.2', bookableOn: date, openNow: 'true' } as const
  const found = await until(async () => {
    const { items } = await consumer.call(business.searchBusinesses, { query: near })
    return items.length > 0 && items
  })
  expect(found[0]).toMatchObject({ name: 'Third Street Barber', open: { isOpen: true } })

  const { items: slots } = await consumer.call(booking.findSlots, {
    params,
    query: { serviceId, from: date, to: date },
  })
  const received: { type: string; at: number }[] = []
  const config = await owner.call(readConfig, {})
  const live = realtime({ ...config.realtime, token: () => owner.call(createRealtimeToken, {}) })
  await new Promise<void>((subscribed) => {
    live.subscribe(businessChannel(businessId), ({ type }) => void received.push({ type, at: performance.now() }), {
      onResume: subscribed,
    })
  })

  const held = await consumer.call(booking.book, { body: { businessId, serviceId, start: slots[0]?.start ?? '' } })
  expect(held).toMatchObject({ status: 'held', deposit: { amount: 4_500 } })
  await pay(server, consumer, held.id)
  const place = { params: { bookingId: held.id } }
  await until(async () => (await consumer.call(booking.readBooking, place)).status === 'confirmed')
  const confirmedAt = performance.now()
  const notified = await until(async () => received.find(({ type }) => type === 'booking.confirmed'))
  expect(notified.at - confirmedAt).toBeLessThan(1_000)
  live.close()

  expect((await consumer.call(booking.readBookingFile, place)) as unknown).toContain('BEGIN:VEVENT')
  await expect(owner.call(booking.completeBooking, place)).rejects.toMatchObject({ code: 'booking/not-started' })
  await server.advance('PT48H')
  const dateHeader = (await fetch(`${server.url}/v1/markets`)).headers.get('date')
  const lateByMs = server.composed.auth.clock().epochMilliseconds - Date.parse(dateHeader ?? '')
  expect(lateByMs, 'every response says the time of the services').toBeLessThan(60_000)
  const later = await server.someone('Owen Owner')
  expect((await later.call(booking.completeBooking, place)).status).toBe('completed')
  await server.drain()
  expect(await later.call(payment.readBalance, { params })).toMatchObject({
    held: { amount: 4_500 },
    released: { amount: 0 },
  })

  await server.advance('PT25H')
  const [again, reviewer] = [await server.someone('Owen Owner'), await server.someone('Cora Lane')]
  expect(await again.call(payment.readBalance, { params })).toMatchObject({
    held: { amount: 0 },
    released: { amount: 4_275 },
  })
  expect((await reviewer.call(payment.readReceipt, place)).total.amount).toBe(4_500)
  const checked = await checkLedger(server.composed.payment)
  expect(checked.faults).toEqual([])
  expect(checked.entries).toBeGreaterThan(5)

  const written = await reviewer.call(review.writeReview, { ...place, body: { stars: 5, text: 'A careful cut.' } })
  expect(written.verified).toBe(true)
  await again.call(review.replyToReview, { params: { reviewId: written.id }, body: { text: 'Thank you.' } })
  const rated = await until(async () => {
    const { rating } = await reviewer.call(business.readBusiness, { params })
    return rating.count === 1 && rating
  })
  expect(rated).toEqual({ mean: 5, count: 1 })
})

test('a cancellation refunds exactly what the frozen policy says', async () => {
  await using server = await startServer()
  await server.market()
  const admin = await server.someone('Ada Admin', { scope: 'platform', role: 'admin' })
  const [owner, consumer] = [await server.someone('Owen Owner'), await server.someone('Cora Lane')]
  const { businessId, serviceId, params } = await openBarber(server, owner, admin)
  const [service] = (await owner.call(booking.listServices, { params })).items
  const policy = { freeUntilHours: 24, lateRefundShare: 2_500, noShowRefundShare: 0 }
  await owner.call(
    booking.changeService,
    { params: { businessId, serviceId }, body: { policy } },
    { ifMatch: service?.version ?? 0 },
  )

  const bookAndPay = async (hours: number) => {
    const from = server.composed.auth.clock().add({ hours })
    const date = localDateOf(from, 'America/Boise')
    const { items } = await consumer.call(booking.findSlots, { params, query: { serviceId, from: date, to: date } })
    const start = items.find((slot) => slot.start >= from.toString())?.start ?? items.at(-1)?.start ?? ''
    const { id } = await consumer.call(booking.book, { body: { businessId, serviceId, start } })
    await pay(server, consumer, id)
    await until(
      async () => (await consumer.call(booking.readBooking, { params: { bookingId: id } })).status === 'confirmed',
    )
    return { params: { bookingId: id } }
  }
  const [early, late] = [await bookAndPay(60), await bookAndPay(3)]
  await owner.call(
    booking.changeService,
    { params: { businessId, serviceId }, body: { policy: { ...policy, lateRefundShare: 0 } } },
    { ifMatch: (service?.version ?? 0) + 1 },
  )

  expect((await consumer.call(booking.cancelBooking, early)).refundShare).toBe(10_000)
  expect((await consumer.call(booking.cancelBooking, late)).refundShare).toBe(2_500)
  const refundedOf = async (place: typeof early) => (await consumer.call(payment.readReceipt, place)).total.amount
  await until(async () => (await refundedOf(early)) === 0)
  await until(async () => (await refundedOf(late)) === 4_500 - 1_125)
  await server.drain()
  expect((await checkLedger(server.composed.payment)).faults).toEqual([])
})
