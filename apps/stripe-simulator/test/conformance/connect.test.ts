import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest'
import { idOf, paymentParams, stripeErrorOf, type Target, conformanceTarget } from './target.ts'

let target: Target
let connectedAccount: string | undefined
beforeAll(async () => {
  target = await conformanceTarget()
  connectedAccount = await target.seller()
})
afterAll(() => target[Symbol.asyncDispose]())

function sellerFor({ skip }: TestContext): string {
  if (!connectedAccount) skip('Stripe onboards only people: name an onboarded test account in STRIPE_CONNECTED_ACCOUNT')
  return connectedAccount ?? ''
}

const paid = () => target.stripe.paymentIntents.create({ ...paymentParams, payment_method: 'pm_card_visa' })

test('a new Express account can do nothing before onboarding', async () => {
  const account = await target.stripe.accounts.create({
    type: 'express',
    country: 'US',
    email: 'owner@buy-locals.example',
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
  })
  expect(account).toMatchObject({
    type: 'express',
    charges_enabled: false,
    payouts_enabled: false,
    details_submitted: false,
  })
  expect(account.capabilities).toMatchObject({ transfers: 'inactive' })
  expect(account.requirements?.currently_due?.length).toBeGreaterThan(0)
  const address = 'https://buy-locals.example/payee'
  const link = await target.stripe.accountLinks.create({
    account: account.id,
    type: 'account_onboarding',
    return_url: address,
    refresh_url: address,
  })
  expect(link.url).toMatch(/^https?:/)
  const { id } = await paid()
  const error = await stripeErrorOf(
    target.stripe.transfers.create({ amount: 500, currency: 'usd', destination: account.id, metadata: { id } }),
  )
  expect(error).toMatchObject({ statusCode: 400, code: 'insufficient_capabilities_for_transfer' })
  expect(await target.stripe.accounts.del(account.id)).toMatchObject({ deleted: true })
})

test('a transfer out of one charge never exceeds it', async (context) => {
  const destination = sellerFor(context)
  const { latest_charge } = await paid()
  const from = { currency: 'usd', destination, source_transaction: idOf(latest_charge) }
  const transfer = await target.stripe.transfers.create({ ...from, amount: 1_500, expand: ['destination_payment'] })
  expect(transfer).toMatchObject({
    amount: 1_500,
    amount_reversed: 0,
    reversed: false,
    source_transaction: latest_charge,
  })
  expect(transfer.transfer_group).toMatch(/^group_/)
  expect(await stripeErrorOf(target.stripe.transfers.create({ ...from, amount: 501 }))).toMatchObject({
    statusCode: 400,
  })
  expect(await target.stripe.transfers.create({ ...from, amount: 500 })).toMatchObject({ amount: 500 })
})

test('a transfer is reversed in parts, never beyond itself', async (context) => {
  const destination = sellerFor(context)
  const { latest_charge } = await paid()
  const { id } = await target.stripe.transfers.create({
    amount: 1_000,
    currency: 'usd',
    destination,
    source_transaction: idOf(latest_charge),
  })
  expect(await target.stripe.transfers.createReversal(id, { amount: 300 })).toMatchObject({ amount: 300, transfer: id })
  expect(await stripeErrorOf(target.stripe.transfers.createReversal(id, { amount: 701 }))).toMatchObject({
    statusCode: 400,
  })
  await target.stripe.transfers.createReversal(id)
  const whole = await target.stripe.transfers.retrieve(id)
  expect(whole).toMatchObject({ reversed: true, amount_reversed: 1_000 })
  expect(whole.reversals.data.map(({ amount }) => amount)).toEqual([700, 300])
})

test('the balance of the connected account includes what was transferred', async (context) => {
  const stripeAccount = sellerFor(context)
  const before = await pendingAndAvailable(stripeAccount)
  const { latest_charge } = await paid()
  await target.stripe.transfers.create({
    amount: 1_000,
    currency: 'usd',
    destination: stripeAccount,
    source_transaction: idOf(latest_charge),
  })
  expect(await pendingAndAvailable(stripeAccount)).toBe(before + 1_000)
})

async function pendingAndAvailable(stripeAccount: string): Promise<number> {
  const { available, pending } = await target.stripe.balance.retrieve({}, { stripeAccount })
  const usd = [...available, ...pending].filter(({ currency }) => currency === 'usd')
  return usd.reduce((total, { amount }) => total + amount, 0)
}

test('more than the platform has available cannot be transferred', async (context) => {
  const destination = sellerFor(context)
  const error = await stripeErrorOf(
    target.stripe.transfers.create({ amount: 99_999_999, currency: 'usd', destination }),
  )
  expect(error).toMatchObject({ statusCode: 400, code: 'balance_insufficient' })
})

test('an account of another platform cannot be used', async () => {
  const error = await stripeErrorOf(target.stripe.balance.retrieve({}, { stripeAccount: 'acct_1QNobodyNobody00' }))
  expect(error).toMatchObject({ statusCode: 403, code: 'account_invalid' })
})
