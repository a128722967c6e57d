import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import * as events from '@buy-locals/contracts/booking/events'
import { paymentFailed, paymentSucceeded } from '@buy-locals/contracts/payment/events'
import * as api from '@buy-locals/contracts/payment/operations'
import { newId } from '@buy-locals/values/ids'
import { startPayment, usd } from './support.ts'

test('a booking is paid: the money is held, and everybody is told once', async () => {
  await using payment = await startPayment()
  await payment.onboard()
  const bookingId = await payment.hold()
  const { status, body } = await payment.begin(bookingId)
  expect(status).toBe(201)
  expect(body).toMatchObject({ amount: usd(4500), publishableKey: payment.stripe.publishableKey })
  expect(body.clientSecret).toMatch(`${body.paymentIntentId}_secret_`)
  await payment.confirm(body.paymentIntentId)
  await payment.quiet()
  expect((await payment.published(paymentSucceeded)).map(({ data }) => data)).toMatchObject([
    {
      subject: { kind: 'booking', id: bookingId },
      status: 'succeeded',
      captured: usd(4500),
      fee: usd(225),
      funds: 'held',
    },
  ])
  expect(await payment.balance()).toEqual({ held: 4500, frozen: 0, released: 0, owed: 0 })
  expect((await payment.begin(bookingId)).problem?.code).toBe('payment/not-payable')
  expect(await payment.faults()).toEqual([])
})

test('two clicks on pay make one PaymentIntent', async () => {
  await using payment = await startPayment()
  await payment.onboard()
  const bookingId = await payment.hold()
  const answers = await Promise.all(Array.from({ length: 6 }, () => payment.begin(bookingId)))
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201))
  expect(new Set(answers.map(({ body }) => body.paymentIntentId)).size).toBe(1)
  const later = await payment.begin(bookingId)
  expect(later.body).toEqual(answers[0]?.body)
  const intents = await payment.stripe.sdk.paymentIntents.list({ limit: 100 })
  expect(intents.data.filter(({ metadata }) => metadata['bookingId'] === bookingId)).toHaveLength(1)
})

test('after a declined card the same payment takes another card', async () => {
  await using payment = await startPayment()
  await payment.onboard()
  const bookingId = await payment.hold()
  const { body } = await payment.begin(bookingId)
  await expect(payment.confirm(body.paymentIntentId, 'pm_card_chargeDeclined')).rejects.toThrow('declined')
  await payment.quiet()
  expect(await payment.published(paymentFailed)).toHaveLength(1)
  expect((await payment.begin(bookingId)).body).toEqual(body)
  await payment.confirm(body.paymentIntentId)
  await payment.quiet()
  expect(await payment.published(paymentSucceeded)).toHaveLength(1)
  expect(await payment.published(paymentFailed)).toHaveLength(1)
})

test('yen are not multiplied by a hundred', async () => {
  await using payment = await startPayment({ currency: 'JPY' })
  await payment.onboard()
  const { bookingId, intent } = await payment.paid()
  expect(await payment.stripe.sdk.paymentIntents.retrieve(intent)).toMatchObject({ amount: 4500, currency: 'jpy' })
  expect((await payment.receipt(bookingId)).total).toEqual({ amount: 4500, currency: 'JPY' })
  expect(await payment.faults()).toEqual([])
})

test('an amount that cards do not know is not asked for', async () => {
  await using payment = await startPayment({ currency: 'KWD' })
  await payment.onboard()
  const odd = { amount: 4505, currency: 'KWD' } as const
  expect((await payment.begin(await payment.hold({ deposit: odd, price: odd }))).problem?.code).toBe(
    'payment/not-payable',
  )
  const small = { amount: 10, currency: 'KWD' } as const
  expect((await payment.begin(await payment.hold({ deposit: small, price: small }))).problem?.code).toBe(
    'payment/not-payable',
  )
})

test('what cannot be paid is refused with its reason', async () => {
  await using payment = await startPayment()
  const unready = await payment.hold()
  expect((await payment.begin(unready)).problem?.code).toBe('booking/payments-not-ready')
  await payment.onboard()
  const late = await payment.hold()
  const free = await payment.hold({ payment: 'none', deposit: usd(0) })
  const atVenue = await payment.hold({ payment: 'at-venue', status: 'confirmed' })
  for (const id of [free, atVenue]) expect((await payment.begin(id)).problem?.code).toBe('payment/not-payable')
  await payment.advance('PT11M')
  expect((await payment.begin(late)).problem).toMatchObject({ code: 'booking/hold-expired', status: 410 })
})

test('a booking that was made a moment ago is not yet known; an old one that is unknown does not exist', async () => {
  await using payment = await startPayment()
  expect((await payment.begin(newId('booking'))).problem).toMatchObject({ code: 'not-yet', status: 503 })
  expect((await payment.begin('bkg_01hzzzzzzzzzzzzzzzzzzzzzzz')).status).toBe(404)
})

test('a stranger cannot tell that the booking exists; the business may not pay for its customer', async () => {
  await using payment = await startPayment()
  await payment.onboard()
  const bookingId = await payment.hold()
  expect((await payment.begin(bookingId, payment.stranger)).status).toBe(404)
  expect((await payment.call(api.payBooking, { params: { bookingId } })).status).toBe(401)
  for (const who of [payment.owner, payment.staff]) expect((await payment.begin(bookingId, who)).status).toBe(403)
})

test('a guest pays with the manage link, sent along or kept in the cookie', async () => {
  await using payment = await startPayment()
  await payment.onboard()
  const manageTokenHash = createHash('sha256').update('the token').digest('hex')
  const bookingId = await payment.hold({ isGuest: true, manageTokenHash })
  const pay = (headers: Record<string, string>) => payment.call(api.payBooking, { params: { bookingId } }, { headers })
  expect((await pay({ 'x-manage-token': 'the token' })).status).toBe(201)
  expect((await pay({ cookie: `bl_manage=${bookingId}.the%20token` })).status).toBe(201)
  expect((await pay({ 'x-manage-token': 'another' })).status).toBe(404)
  expect((await pay({ cookie: `bl_manage=${newId('booking')}.the%20token` })).status).toBe(404)
})

test('where payments are off nothing can be paid, and it is said so', async () => {
  await using payment = await startPayment({ deps: { provider: undefined } })
  expect((await payment.begin(await payment.hold())).problem?.code).toBe('payment/off')
  const onboarding = await payment.call(
    api.onboardPayee,
    { params: { businessId: payment.businessId } },
    { as: payment.owner },
  )
  expect(onboarding.problem?.code).toBe('payment/off')
  expect((await payment.call(api.stripeWebhook, {})).problem?.code).toBe('payment/off')
})

test('nobody pays for a booking that is cancelled, and an expired one is closed a little later', async () => {
  await using payment = await startPayment()
  await payment.onboard()
  const [cancelled, expired] = [await payment.hold(), await payment.hold()]
  const [first, second] = [await payment.begin(cancelled), await payment.begin(expired)]
  const statusOf = async (id: string) => (await payment.stripe.sdk.paymentIntents.retrieve(id)).status
  await payment.cancel(cancelled, 10_000)
  await payment.run()
  expect(await statusOf(first.body.paymentIntentId)).toBe('canceled')
  await payment.advance('PT10M')
  await payment.tell(events.bookingExpired, expired, { status: 'expired' })
  await payment.advance('PT10M')
  expect(await statusOf(second.body.paymentIntentId)).toBe('requires_payment_method')
  await payment.advance('PT6M')
  expect(await statusOf(second.body.paymentIntentId)).toBe('canceled')
  await payment.quiet()
  expect((await payment.begin(cancelled)).problem?.code).toBe('payment/not-payable')
})
