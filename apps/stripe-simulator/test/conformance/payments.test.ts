import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, paymentParams, stripeErrorOf, type Target, conformanceTarget } from './target.ts'

let target: Target
beforeAll(async () => {
  target = await conformanceTarget()
})
afterAll(() => target[Symbol.asyncDispose]())

test('a payment confirmed in one step is a captured charge with its fee and its net', async () => {
  const intent = await target.stripe.paymentIntents.create({
    ...paymentParams,
    payment_method: 'pm_card_visa',
    metadata: { booking: 'bkg_1' },
    expand: ['latest_charge.balance_transaction'],
  })
  expect(intent).toMatchObject({
    status: 'succeeded',
    amount_received: 2_000,
    livemode: false,
    metadata: { booking: 'bkg_1' },
  })
  expect(intent.id).toMatch(/^pi_/)
  expect(intent.latest_charge).toMatchObject({
    captured: true,
    paid: true,
    metadata: { booking: 'bkg_1' },
    payment_intent: intent.id,
    payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
    balance_transaction: { amount: 2_000, type: 'charge' },
  })
})

test('a payment takes its method first and its confirmation later', async () => {
  const intent = await target.stripe.paymentIntents.create({ ...paymentParams, confirm: false })
  expect(intent.status).toBe('requires_payment_method')
  const chosen = await target.stripe.paymentIntents.update(intent.id, { payment_method: 'pm_card_mastercard' })
  expect(chosen.status).toBe('requires_confirmation')
  expect(await target.stripe.paymentIntents.confirm(intent.id)).toMatchObject({ status: 'succeeded' })
  expect(await stripeErrorOf(target.stripe.paymentIntents.confirm(intent.id))).toMatchObject({
    statusCode: 400,
    code: 'payment_intent_unexpected_state',
    payment_intent: { id: intent.id, status: 'succeeded' },
  })
  expect(await stripeErrorOf(target.stripe.paymentIntents.cancel(intent.id))).toMatchObject({
    code: 'payment_intent_unexpected_state',
  })
})

test('an authorization is captured in part, once', async () => {
  const held = await target.stripe.paymentIntents.create({
    ...paymentParams,
    payment_method: 'pm_card_visa',
    capture_method: 'manual',
  })
  expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 2_000, amount_received: 0 })
  const captured = await target.stripe.paymentIntents.capture(held.id, { amount_to_capture: 1_200 })
  expect(captured).toMatchObject({ status: 'succeeded', amount_received: 1_200, amount_capturable: 0 })
  expect(await stripeErrorOf(target.stripe.paymentIntents.capture(held.id))).toMatchObject({
    code: 'payment_intent_unexpected_state',
  })
})

test('a canceled authorization takes nothing', async () => {
  const held = await target.stripe.paymentIntents.create({
    ...paymentParams,
    payment_method: 'pm_card_visa',
    capture_method: 'manual',
  })
  const canceled = await target.stripe.paymentIntents.cancel(held.id, { cancellation_reason: 'requested_by_customer' })
  expect(canceled).toMatchObject({
    status: 'canceled',
    amount_received: 0,
    amount_capturable: 0,
    cancellation_reason: 'requested_by_customer',
  })
})

test.each([
  ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
  ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
  ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card'],
  ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
  ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc'],
  ['pm_card_chargeDeclinedProcessingError', 'processing_error', 'processing_error'],
])('the card %s is refused as %s, and the payment can be tried again', async (method, code, declineCode) => {
  const intent = await target.stripe.paymentIntents.create({ ...paymentParams, confirm: false })
  const error = await stripeErrorOf(target.stripe.paymentIntents.confirm(intent.id, { payment_method: method }))
  expect(error).toMatchObject({ type: 'StripeCardError', statusCode: 402, code, decline_code: declineCode })
  expect(error.payment_intent).toMatchObject({
    id: intent.id,
    status: 'requires_payment_method',
    last_payment_error: { code },
  })
  const again = await target.stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' })
  expect(again).toMatchObject({ status: 'succeeded', last_payment_error: null })
})

test('a card that requires 3-D Secure leaves the payment waiting for its owner', async () => {
  const intent = await target.stripe.paymentIntents.create({
    amount: 2_000,
    currency: 'usd',
    confirm: true,
    payment_method: 'pm_card_threeDSecure2Required',
    return_url: 'https://buy-locals.example/back',
  })
  expect(intent).toMatchObject({
    status: 'requires_action',
    amount_received: 0,
    next_action: { type: 'redirect_to_url' },
  })
  expect(intent.next_action?.redirect_to_url?.return_url).toBe('https://buy-locals.example/back')
})

test('a card that requires authentication declines an off-session payment', async () => {
  const customer = await target.stripe.customers.create({ email: 'absent@buy-locals.example' })
  const error = await stripeErrorOf(
    target.stripe.paymentIntents.create({
      ...paymentParams,
      customer: customer.id,
      payment_method: 'pm_card_authenticationRequired',
      off_session: true,
    }),
  )
  expect(error).toMatchObject({
    type: 'StripeCardError',
    code: 'authentication_required',
    decline_code: 'authentication_required',
  })
})

test('confirming without a return_url is refused where methods might redirect', async () => {
  const error = await stripeErrorOf(
    target.stripe.paymentIntents.create({
      amount: 2_000,
      currency: 'usd',
      confirm: true,
      payment_method: 'pm_card_visa',
    }),
  )
  expect(error).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400 })
  expect(error.message).toContain('return_url')
})

test('a card saved for a customer pays again off session', async () => {
  const customer = await target.stripe.customers.create({ email: 'regular@buy-locals.example' })
  const first = await target.stripe.paymentIntents.create({
    ...paymentParams,
    customer: customer.id,
    payment_method: 'pm_card_visa',
    setup_future_usage: 'off_session',
  })
  const saved = await target.stripe.customers.listPaymentMethods(customer.id)
  expect(saved.data.map(({ id }) => id)).toEqual([first.payment_method])
  const second = await target.stripe.paymentIntents.create({
    ...paymentParams,
    customer: customer.id,
    payment_method: idOf(first.payment_method),
    off_session: true,
  })
  expect(second.status).toBe('succeeded')
})

test('a card used once without a customer cannot be used again', async () => {
  const { payment_method } = await target.stripe.paymentIntents.create({
    ...paymentParams,
    payment_method: 'pm_card_visa',
  })
  const error = await stripeErrorOf(
    target.stripe.paymentIntents.create({ ...paymentParams, payment_method: idOf(payment_method) }),
  )
  expect(error).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400 })
})

test.each([
  [{ amount: 49 }, 'amount_too_small'],
  [{ amount: 100_000_000 }, 'amount_too_large'],
  [{ amount: 0 }, 'parameter_invalid_integer'],
])('an amount of %j is refused as %s', async (change, code) => {
  expect(
    await stripeErrorOf(target.stripe.paymentIntents.create({ ...paymentParams, confirm: false, ...change })),
  ).toMatchObject({
    statusCode: 400,
    code,
  })
})
