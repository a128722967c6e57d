import { newId } from '@buy-locals/values/ids'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { Dispute } from './dispute.ts'
import { planFunds, positionOf, type Movements } from './funds-plan.ts'
import { newPayment } from './payment.ts'
import type { Refund } from './refund.ts'

const usd = (amount: number) => ({ amount, currency: 'USD' as const })
const at = Temporal.Instant.from('2026-03-20T08:00:00Z')
const booking = { id: newId('booking'), businessId: newId('business'), consumerId: newId('person'), marketId: newId('market'), deposit: usd(4500) } // prettier-ignore
const payment = { ...newPayment(booking, 500, at), status: 'succeeded' as const, captured: usd(4500) }
const nothing: Movements = { refunds: [], disputes: [], transfers: [], held: usd(4500) }
const refund = (amount: number, changes: Partial<Refund> = {}): Refund => ({
  ...{ id: newId('refund'), paymentId: payment.id, amount: usd(amount), reason: 'cancelled', status: 'succeeded' },
  ...{ attempt: 0, reference: 're_1', createdAt: at, doneAt: at },
  ...changes,
})
const dispute = (changes: Partial<Dispute> = {}): Dispute => ({
  ...{ id: newId('dispute'), paymentId: payment.id, reference: 'du_1', status: 'open', amount: usd(4500) },
  ...{ withdrawn: usd(4500), fee: usd(1500), reason: 'fraudulent', respondBy: undefined, createdAt: at, version: 1 },
  ...changes,
})
const divide = (amount: number) =>
  ({ kind: 'divide', refund: usd(amount), reason: 'cancelled', releaseAt: at }) as const

test('what was refunded at the provider counts towards what is due', () => {
  const movements = { ...nothing, refunds: [refund(2_000, { reason: 'provider' })], held: usd(2500) }
  expect(planFunds(payment, movements, divide(4_500))).toMatchObject({
    refund: { amount: usd(2500), clawBack: usd(0) },
  })
  expect(planFunds(payment, movements, divide(1_000))).toMatchObject({ funds: 'held', release: { gross: usd(2500) } })
})

test('an open dispute stops refunds and the release, an inquiry only the release', () => {
  const open = { ...nothing, disputes: [dispute()], held: usd(0) }
  expect(planFunds(payment, open, divide(4_500))).toEqual({ funds: 'disputed', releaseAt: undefined })
  const inquiry = { ...nothing, disputes: [dispute({ status: 'inquiry', withdrawn: usd(0) })] }
  expect(planFunds(payment, inquiry, divide(0))).toEqual({ funds: 'disputed', releaseAt: undefined })
  expect(planFunds(payment, inquiry, divide(4_500))).toMatchObject({ refund: { amount: usd(4500) } })
})

test('what a bank has kept is lost, and what it gave back is released', () => {
  const lost = { ...nothing, disputes: [dispute({ status: 'lost' })], held: usd(0) }
  expect(planFunds(payment, lost, divide(0))).toEqual({ funds: 'lost', releaseAt: undefined })
  const won = { ...nothing, disputes: [dispute({ status: 'won', withdrawn: usd(0) })] }
  expect(planFunds(payment, won, divide(0))).toMatchObject({ funds: 'held', release: { gross: usd(4500) } })
})

test('a refund after the release takes what the business has had, and only that', () => {
  const released = { ...nothing, transfers: [{ doneAt: at }], held: usd(0) }
  expect(planFunds(payment, released, divide(1_000))).toMatchObject({
    refund: { amount: usd(1000), clawBack: usd(1000) },
  })
  const halfReleased = { ...released, held: usd(600) }
  expect(planFunds(payment, halfReleased, divide(1_000)).refund).toMatchObject({ clawBack: usd(400) })
})

test('a refund that failed freezes the money until it is made in another way', () => {
  const failed = { ...nothing, refunds: [refund(2_000, { status: 'failed' })] }
  expect(planFunds(payment, failed, divide(2_000))).toEqual({ funds: 'frozen', releaseAt: undefined })
  const made = { ...failed, refunds: [...failed.refunds, refund(2_000, { reason: 'provider' })], held: usd(2500) }
  expect(planFunds(payment, made, divide(2_000))).toMatchObject({ funds: 'held', release: { gross: usd(2500) } })
})

test('a refund that was cancelled was never made', () => {
  const movements = { ...nothing, refunds: [refund(4_500, { status: 'cancelled' })] }
  expect(positionOf(payment, movements)).toEqual({ remaining: usd(4500), available: usd(4500), released: usd(0) })
})
