import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import * as domain from './booking.ts'

const at = (text: string) => Temporal.Instant.from(text)
const start = at('2026-03-23T15:00:00Z')
const before = start.subtract({ hours: 48 })
const price = { amount: 4_500, currency: 'USD' as const }

const booking = (changes: Partial<domain.Booking> = {}): domain.Booking => ({
  id: 'bkg_1',
  businessId: 'biz_1',
  marketId: 'mkt_1',
  serviceId: 'svc_1',
  serviceName: 'Haircut',
  consumerId: 'per_1',
  isGuest: false,
  isFinal: false,
  status: 'confirmed',
  start,
  end: start.add({ minutes: 30 }),
  timeZone: 'America/Boise',
  localStart: '2026-03-23T09:00',
  partySize: 1,
  price,
  deposit: price,
  payment: 'online',
  policy: { freeUntilHours: 24, lateRefundShare: 0, noShowRefundShare: 2_000 },
  createdAt: before,
  version: 7,
  ...changes,
})

const moves: Record<string, (from: domain.Booking) => domain.Booking> = {
  confirm: domain.confirm,
  expire: domain.expire,
  cancel: (from) => domain.cancel(from, 'business', undefined, start),
  complete: (from) => domain.complete(from, 'business', 48, start),
  'no-show': (from) => domain.markNoShow(from, 48, start),
  reopen: (from) => domain.reopen({ ...from, complaintsEndAt: start.add({ hours: 48 }) }, start),
  file: (from) => domain.fileComplaint({ ...from, complaintsEndAt: start.add({ hours: 48 }) }, 'Hm', start),
}

test('an unpaid hold that is cancelled says so by the end that it had', () => {
  const held = booking({ status: 'held', holdExpiresAt: start })
  expect(domain.cancel(held, 'consumer', undefined, before).holdExpiresAt).toEqual(start)
  const paid = domain.confirm(held)
  expect(domain.cancel(paid, 'consumer', undefined, before).holdExpiresAt).toBeUndefined()
})

test.each([
  ['held', ['cancel', 'confirm', 'expire']],
  ['pending', ['cancel']],
  ['confirmed', ['cancel', 'complete', 'file', 'no-show']],
  ['completed', ['file', 'reopen']],
  ['cancelled', []],
  ['no-show', ['file', 'reopen']],
  ['expired', ['confirm']],
] as const)('from %s only these moves lead on: %j', (status, allowed) => {
  const possible = Object.entries(moves).filter(([, move]) => {
    try {
      return move(booking({ status })).version === 8
    } catch {
      return false
    }
  })
  expect(possible.map(([name]) => name).toSorted()).toEqual(allowed)
})

test('an unpaid hold is cancelled without loss, however late', () => {
  const held = booking({ status: 'held', holdExpiresAt: start })
  expect(domain.cancel(held, 'consumer', undefined, start.subtract({ hours: 1 })).refundShare).toBe(10_000)
  expect(domain.cancel(booking(), 'consumer', undefined, start.subtract({ hours: 1 })).refundShare).toBe(0)
})

test('a hold expires at the very instant that was promised', () => {
  const held = booking({ status: 'held', holdExpiresAt: before })
  expect(domain.hasHoldExpired(held, before.subtract({ nanoseconds: 1 }))).toBe(false)
  expect(domain.hasHoldExpired(held, before)).toBe(true)
  expect(domain.hasHoldExpired(booking({ holdExpiresAt: before }), start)).toBe(false)
})

test('either a complaint is filed or the booking is final, never both', () => {
  const end = start.add({ hours: 48 })
  const completed = booking({ status: 'completed', complaintsEndAt: end })
  const almost = end.subtract({ nanoseconds: 1 })
  expect([domain.canFinalize(completed, almost), domain.canFinalize(completed, end)]).toEqual([false, true])
  expect(domain.canFinalize(domain.fileComplaint(completed, 'Hm', almost), end)).toBe(false)
  expect(() => domain.fileComplaint(domain.finalize(completed), 'Hm', almost)).toThrow('The complaint window is over')
  expect(() => domain.fileComplaint(completed, 'Hm', end)).toThrow('The complaint window is over')
})

test('a complaint decided for the business refunds nothing, whatever share was sent', () => {
  const reported = booking({ status: 'completed', complainedAt: start })
  expect(domain.decideComplaint(reported, { outcome: 'released', refundShare: 9_000 }).refundShare).toBe(0)
  expect(domain.decideComplaint(reported, { outcome: 'refunded', refundShare: 9_000 }).refundShare).toBe(9_000)
})

test('the complaint window runs from the later of the word of the business and the booked end', () => {
  const end = start.add({ minutes: 30 })
  const window = (now: Temporal.Instant, hours = 48) => {
    const [completed, missed] = [
      domain.complete(booking(), 'business', hours, now),
      domain.markNoShow(booking(), hours, now),
    ]
    expect(missed.complaintsEndAt).toEqual(completed.complaintsEndAt)
    return [completed.complaintsEndAt?.toString(), completed.isFinal]
  }
  expect(window(start)).toEqual([end.add({ hours: 48 }).toString(), false])
  expect(window(end.add({ hours: 5 }))).toEqual([end.add({ hours: 53 }).toString(), false])
  expect(window(start, 0)).toEqual([end.toString(), false])
  expect(window(end, 0)).toEqual([end.toString(), true])
})

test('a customer can complain as soon as the visit should have begun, whatever the business says of it', () => {
  expect(() => domain.fileComplaint(booking(), 'Closed door', before)).toThrow('It has not started yet')
  const complained = domain.fileComplaint(booking(), 'Closed door', start)
  const completed = domain.complete(complained, 'business', 48, start)
  expect(domain.canFinalize(completed, start.add({ hours: 100 }))).toBe(false)
  expect(domain.decideComplaint(completed, { outcome: 'refunded', refundShare: 5_000 }).refundShare).toBe(5_000)
})

test('a complaint after a no-show that is decided for the business leaves what was agreed for a no-show', () => {
  const complained = domain.fileComplaint(domain.markNoShow(booking(), 48, start), 'I was there', start)
  expect(domain.decideComplaint(complained, { outcome: 'released', refundShare: 10_000 }).refundShare).toBe(2_000)
  expect(domain.decideComplaint(complained, { outcome: 'refunded', refundShare: 10_000 }).refundShare).toBe(10_000)
})

test('what an operator has decided is not undone by the business', () => {
  const complained = domain.fileComplaint(booking(), 'Closed door', start)
  const decided = domain.decideComplaint(complained, { outcome: 'refunded', refundShare: 10_000 })
  expect(() => domain.markNoShow(decided, 48, start)).toThrow('decided already')
  expect(() => domain.reopen(domain.complete(decided, 'business', 48, start), start)).toThrow('decided already')
})

test('the business can undo a completion and a no-show until the complaint window ends, and not after', () => {
  for (const marked of [domain.complete(booking(), 'business', 48, start), domain.markNoShow(booking(), 48, start)]) {
    const end = start.add({ hours: 48, minutes: 30 })
    const reopened = domain.reopen(marked, end.subtract({ nanoseconds: 1 }))
    expect(reopened).toEqual({ ...booking(), completedAt: undefined, completedBy: undefined, complaintsEndAt: undefined, refundShare: undefined, version: 9 }) // prettier-ignore
    expect(() => domain.reopen(marked, end)).toThrow('The complaint window is over')
    expect(() => domain.reopen(domain.finalize(marked), start)).toThrow('The complaint window is over')
  }
})
