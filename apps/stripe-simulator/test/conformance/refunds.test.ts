import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, paymentParams, stripeErrorOf, type Target, conformanceTarget } from './target.ts'

let target: Target
beforeAll(async () => {
  target = await conformanceTarget()
})
afterAll(() => target[Symbol.asyncDispose]())

const paid = (method = 'pm_card_visa') =>
  target.stripe.paymentIntents.create({ ...paymentParams, payment_method: method })

test('a payment is refunded in parts until nothing is left', async () => {
  const intent = await paid()
  const part = await target.stripe.refunds.create({
    payment_intent: intent.id,
    amount: 500,
    reason: 'requested_by_customer',
  })
  expect(part).toMatchObject({
    amount: 500,
    status: 'succeeded',
    payment_intent: intent.id,
    charge: intent.latest_charge,
  })
  expect(await stripeErrorOf(target.stripe.refunds.create({ payment_intent: intent.id, amount: 1_501 }))).toMatchObject(
    {
      statusCode: 400,
      param: 'amount',
    },
  )
  const rest = await target.stripe.refunds.create({ payment_intent: intent.id })
  expect(rest.amount).toBe(1_500)
  const charge = await target.stripe.charges.retrieve(idOf(intent.latest_charge), { expand: ['refunds'] })
  expect(charge).toMatchObject({ refunded: true, amount_refunded: 2_000 })
  expect(charge.refunds?.data.map(({ id }) => id)).toEqual([rest.id, part.id])
  expect(await stripeErrorOf(target.stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({
    code: 'charge_already_refunded',
  })
})

test('a refund costs the whole amount; the fee of the charge stays paid', async () => {
  const intent = await paid()
  const refund = await target.stripe.refunds.create({
    charge: idOf(intent.latest_charge),
    expand: ['balance_transaction'],
  })
  expect(refund.balance_transaction).toMatchObject({ amount: -2_000, fee: 0, net: -2_000, type: 'refund' })
})

test('a refund of a slow bank starts as pending', async () => {
  const intent = await paid('pm_card_pendingRefund')
  expect(await target.stripe.refunds.create({ payment_intent: intent.id })).toMatchObject({ status: 'pending' })
})

test('what was never paid cannot be refunded', async () => {
  const open = await target.stripe.paymentIntents.create({ ...paymentParams, confirm: false })
  expect(await stripeErrorOf(target.stripe.refunds.create({ payment_intent: open.id }))).toMatchObject({
    statusCode: 400,
  })
  expect(await stripeErrorOf(target.stripe.refunds.create({ charge: 'ch_unknown' }))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  })
  expect(await stripeErrorOf(target.stripe.refunds.create({}))).toMatchObject({ statusCode: 400 })
})

test('the refunds of one payment are listed newest first', async () => {
  const intent = await paid()
  const first = await target.stripe.refunds.create({ payment_intent: intent.id, amount: 100 })
  const second = await target.stripe.refunds.create({ payment_intent: intent.id, amount: 200 })
  const listed = await target.stripe.refunds.list({ payment_intent: intent.id })
  expect(listed.data.map(({ id }) => id)).toEqual([second.id, first.id])
})
