import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { Money } from '@buy-locals/values/money'
import { closesAt, outcomeOf, type Booked } from './outcome.ts'

const at = Temporal.Instant.from('2026-03-20T10:00:00Z')
const usd = (amount: number): Money => ({ amount, currency: 'USD' })
const paid = { captured: usd(4500), unusable: false }
const booked = (changes: Partial<Booked>): Booked => ({
  status: 'confirmed',
  hasComplaint: false,
  isFinal: false,
  statusSince: at,
  ...changes,
})

test('money stays with us while the appointment is to come', () => {
  for (const status of ['held', 'confirmed', 'expired'] as const) {
    expect(outcomeOf(paid, booked({ status }), 48)).toEqual({ kind: 'wait' })
  }
})

test('after completion the business waits as long as a complaint can be filed, and no longer', () => {
  const complaintsEndAt = at.add({ hours: 48 })
  const completed = booked({ status: 'completed', complaintsEndAt })
  expect(outcomeOf(paid, completed, 0)).toEqual({ kind: 'wait', until: complaintsEndAt })
  const settled = { ...completed, isFinal: true }
  expect(outcomeOf(paid, settled, 0)).toMatchObject({ refund: usd(0), releaseAt: complaintsEndAt })
})

test('a complaint freezes the money until it is decided', () => {
  const problem = { status: 'completed', hasComplaint: true } as const
  expect(outcomeOf(paid, booked(problem), 48)).toEqual({ kind: 'freeze' })
  const released = booked({ ...problem, complaintDecision: 'released', refundShare: 0 })
  expect(outcomeOf(paid, released, 48)).toMatchObject({ refund: usd(0), releaseAt: at })
  const refunded = booked({ ...problem, complaintDecision: 'refunded', refundShare: 5_000 })
  expect(outcomeOf(paid, refunded, 48)).toMatchObject({ refund: usd(2250), reason: 'decided', releaseAt: at })
})

test('a cancellation gives back what the policy says of what was paid: nothing, a part, everything', () => {
  const given = (refundShare: number) => outcomeOf(paid, booked({ status: 'cancelled', refundShare }), 1)
  expect(given(0)).toMatchObject({ refund: usd(0) })
  expect(given(3_333)).toMatchObject({ refund: usd(1500) })
  expect(given(10_000)).toMatchObject({ refund: usd(4500) })
})

test('money that a booking could not use goes back whole, whatever the booking is', () => {
  for (const status of ['expired', 'cancelled', 'confirmed', 'completed'] as const) {
    const outcome = outcomeOf({ ...paid, unusable: true }, booked({ status, refundShare: 0 }), 48)
    expect(outcome).toMatchObject({ kind: 'divide', refund: usd(4500), reason: 'unusable' })
  }
})

test('who is at the bank when the hold runs out has a little time; a cancelled booking is closed at once', () => {
  expect(closesAt(booked({}))).toBeUndefined()
  expect(closesAt(booked({ status: 'cancelled' }))).toEqual(at)
  expect(closesAt(booked({ status: 'expired', holdExpiresAt: at }))).toEqual(at.add({ minutes: 15 }))
})
