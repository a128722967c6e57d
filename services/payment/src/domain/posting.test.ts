import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, subtract, zero, type Money } from '@buy-locals/values/money'
import { splitOf } from './split.ts'
import * as postings from './posting.ts'

const cases = fc
  .record({
    captured: fc.integer({ min: 1, max: 9_999_999 }),
    refundShare: fc.integer({ min: 0, max: 10_000 }),
    feeBasisPoints: fc.integer({ min: 0, max: 10_000 }),
  })
  .map(({ captured, refundShare, feeBasisPoints }) => {
    const paid: Money = { amount: captured, currency: 'USD' }
    const refund: Money = { amount: Math.floor((captured * refundShare) / 10_000), currency: 'USD' }
    return { payment: { id: 'pay_1', captured: paid, feeBasisPoints } as const, paid, refund, feeBasisPoints }
  })
const sum = (entries: postings.Posting['entries']) => entries.reduce((total, { amount }) => total + amount.amount, 0)

test('every movement of money sums to zero, and nothing of a payment is left over after it was divided', () => {
  fc.assert(
    fc.property(cases, ({ payment, paid, refund, feeBasisPoints }) => {
      const split = splitOf(subtract(paid, refund), feeBasisPoints)
      const all = [
        postings.capturedPosting(payment),
        postings.refundPosting(payment, 'rfd_1', paid, refund),
        postings.releasePosting('tra_1', split, zero('USD')),
        postings.transferPosting('tra_1', split.net),
      ]
      for (const { entries } of all) expect(sum(entries)).toBe(0)
      expect(sum(all.flatMap(({ entries }) => entries).filter(({ account }) => account === 'held'))).toBe(0)
    }),
  )
})

test('a refund after the release takes from the business and the fee exactly what they had of it', () => {
  fc.assert(
    fc.property(cases, ({ payment, paid, refund, feeBasisPoints }) => {
      const { entries, split } = postings.clawBackPosting(payment, 'rfd_1', paid, refund)
      expect(sum(entries)).toBe(0)
      const [before, after] = [splitOf(paid, feeBasisPoints), splitOf(subtract(paid, refund), feeBasisPoints)]
      expect(add(before.net, split.net)).toEqual(after.net)
      expect(add(before.fee, split.fee)).toEqual(after.fee)
    }),
  )
})
