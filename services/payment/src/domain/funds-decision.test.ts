import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { Money } from '@buy-locals/values/money'
import { decideFunds, paymentClosesAt, type BookingState } from './funds-decision.ts'
import { movableShare } from './split.ts'

const at = Temporal.Instant.from('2026-03-20T10:00:00Z')
const usd = (amount: number): Money => ({ amount, currency: 'USD' })
const paid = { captured: usd(4500), excess: usd(0), unusable: false }
const excessOnly = { refund: usd(0), reason: 'rescheduled' }
const booking = (changes: Partial<BookingState>): BookingState => ({
  status: 'confirmed',
  deposit: paid.captured,
  hasComplaint: false,
  isFinal: false,
  statusSince: at,
  ...changes,
})

test('money stays with us while the appointment is to come', () => {
  for (const status of ['held', 'confirmed', 'expired'] as const) {
    expect(decideFunds(paid, booking({ status }), 48)).toEqual({ kind: 'wait', ...excessOnly })
  }
})

test('after completion the business waits as long as a complaint can be filed, and no longer', () => {
  const complaintsEndAt = at.add({ hours: 48 })
  const completed = booking({ status: 'completed', complaintsEndAt })
  expect(decideFunds(paid, completed, 0)).toEqual({ kind: 'wait', until: complaintsEndAt, ...excessOnly })
  const final = { ...completed, isFinal: true }
  expect(decideFunds(paid, final, 0)).toMatchObject({ refund: usd(0), releaseAt: complaintsEndAt })
})

test('a complaint freezes the money until it is decided', () => {
  const complaint = { status: 'completed', hasComplaint: true } as const
  expect(decideFunds(paid, booking(complaint), 48)).toEqual({ kind: 'freeze', ...excessOnly })
  const released = booking({ ...complaint, complaintDecision: 'released', refundShare: 0 })
  expect(decideFunds(paid, released, 48)).toMatchObject({ refund: usd(0), releaseAt: at })
  const refunded = booking({ ...complaint, complaintDecision: 'refunded', refundShare: 5_000 })
  expect(decideFunds(paid, refunded, 48)).toMatchObject({ refund: usd(2250), reason: 'decided', releaseAt: at })
})

test('a no-show refunds what its policy says, and only when nobody can object any more', () => {
  const complaintsEndAt = at.add({ hours: 48 })
  const missed = booking({ status: 'no-show', refundShare: 1_000, complaintsEndAt })
  expect(decideFunds(paid, missed, 0)).toEqual({ kind: 'wait', until: complaintsEndAt, ...excessOnly })
  expect(decideFunds(paid, { ...missed, hasComplaint: true }, 0)).toEqual({ kind: 'freeze', ...excessOnly })
  const decided = { ...missed, hasComplaint: true, complaintDecision: 'refunded', refundShare: 10_000 } as const
  expect(decideFunds(paid, decided, 0)).toMatchObject({ refund: usd(4500), reason: 'decided' })
  const final = { ...missed, isFinal: true }
  expect(decideFunds(paid, final, 0)).toMatchObject({ refund: usd(450), reason: 'no-show', releaseAt: complaintsEndAt })
  const ofBefore = { ...missed, complaintsEndAt: undefined }
  expect(decideFunds(paid, ofBefore, 48)).toMatchObject({ refund: usd(450), releaseAt: at.add({ hours: 48 }) })
})

test('a complaint before the visit is completed freezes the money, and its decision moves it', () => {
  const complaint = booking({ status: 'confirmed', hasComplaint: true })
  expect(decideFunds(paid, complaint, 48)).toEqual({ kind: 'freeze', ...excessOnly })
  const refunded = { ...complaint, complaintDecision: 'refunded', refundShare: 10_000 } as const
  expect(decideFunds(paid, refunded, 48)).toMatchObject({ refund: usd(4500), releaseAt: at })
})

test('a cancellation refunds the share that the policy says: nothing, a part, everything', () => {
  const decide = (refundShare: number) => decideFunds(paid, booking({ status: 'cancelled', refundShare }), 1)
  expect(decide(0)).toMatchObject({ refund: usd(0) })
  expect(decide(3_333)).toMatchObject({ refund: usd(1500) })
  expect(decide(10_000)).toMatchObject({ refund: usd(4500) })
})

test('money that came too late for its booking is refunded whole, whatever the booking is', () => {
  for (const status of ['expired', 'cancelled', 'confirmed', 'completed'] as const) {
    const decision = decideFunds({ ...paid, unusable: true }, booking({ status, refundShare: 0 }), 48)
    expect(decision).toMatchObject({ kind: 'divide', refund: usd(4500), reason: 'unusable' })
  }
})

test('a payment at the bank has a little time when the hold expires; that of a cancelled booking is closed at once', () => {
  const first = { moveVersion: undefined }
  expect(paymentClosesAt(booking({}), first)).toBeUndefined()
  expect(paymentClosesAt(booking({ status: 'cancelled' }), first)).toEqual(at)
  expect(paymentClosesAt(booking({ status: 'expired', holdExpiresAt: at }), first)).toEqual(at.add({ minutes: 15 }))
})

test('a payment of a difference is closed when its time is held no more', () => {
  const held = booking({ heldMove: { version: 3, due: usd(1500), expiresAt: at } })
  expect(paymentClosesAt(held, { moveVersion: 3 })).toBeUndefined()
  expect(paymentClosesAt(held, { moveVersion: 2 })).toEqual(at)
  expect(paymentClosesAt(booking({}), { moveVersion: 3 })).toEqual(at)
})

test('of two payments of a booking both refunds together are the share of what was paid in all', () => {
  const cancelled = booking({ status: 'cancelled', refundShare: 3_333 })
  const decide = (captured: number, before: number, excess = 0) =>
    decideFunds({ captured: usd(captured), excess: usd(excess), unusable: false }, cancelled, 1, usd(before))
  expect([decide(4_501, 0), decide(1_501, 4_501)]).toMatchObject([{ refund: usd(1_500) }, { refund: usd(500) }])
  expect(decide(4_500, 0, 1_000)).toMatchObject({ refund: usd(1_000 + 1_167) })
})

test('what the business refunds by its own decision goes at once, whatever the rest waits for', () => {
  const businessRefund = usd(1001)
  const completed = booking({ status: 'completed', complaintsEndAt: at.add({ hours: 48 }), businessRefund })
  const refund = { refund: usd(1001), reason: 'by-business' }
  expect(decideFunds(paid, completed, 0)).toMatchObject({ kind: 'wait', ...refund })
  expect(decideFunds(paid, { ...completed, hasComplaint: true }, 0)).toMatchObject({ kind: 'freeze', ...refund })
  expect(decideFunds(paid, { ...completed, isFinal: true }, 0)).toMatchObject({ kind: 'divide', ...refund })
  const decided = { ...completed, hasComplaint: true, complaintDecision: 'refunded', refundShare: 5_000 } as const
  expect(decideFunds(paid, decided, 0)).toMatchObject({ refund: usd(2250), reason: 'decided' })
})

test('of several payments each refunds its part of what the business refunds, and all parts together are exact', () => {
  const amount = fc.integer({ min: 1, max: 100_000 })
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 4 }),
      fc.nat({ max: 10_000 }),
      fc.nat(),
      (parts, points, chosen) => {
        const deposit = usd(parts.reduce((sum, part) => sum + part, 0))
        const refund = chosen % (deposit.amount + 1)
        const over = booking({ status: 'cancelled', deposit, refundShare: points, businessRefund: usd(refund) })
        let before = 0
        let total = 0
        for (const part of parts) {
          const decision = decideFunds({ ...paid, captured: usd(part) }, over, 0, usd(before))
          expect(decision.refund.amount).toBeGreaterThanOrEqual(0)
          expect(decision.refund.amount).toBeLessThanOrEqual(part)
          before += part
          total += decision.refund.amount
        }
        expect(total).toBe(Math.max(refund, movableShare(deposit, points).amount))
      },
    ),
  )
})
