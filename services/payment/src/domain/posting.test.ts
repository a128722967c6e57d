import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, subtract, zero, type Money } from '@buy-locals/values/money'
import { splitOf } from './split.ts'
import * as postings from './posting.ts'

const cases = fc.record({
  captured: fc.integer({ min: 1, max: 9_999_999 }),
  given: fc.integer({ min: 0, max: 10_000 }),
  feeBasisPoints: fc.integer({ min: 0, max: 10_000 }),
})
const sum = (posting: postings.Posting) => posting.entries.reduce((total, { amount }) => total + amount.amount, 0)

test('every movement of money sums to zero, and of a payment nothing is left over after it was divided', () => {
  fc.assert(
    fc.property(cases, ({ captured, given, feeBasisPoints }) => {
      const paid: Money = { amount: captured, currency: 'USD' }
      const refund: Money = { amount: Math.floor((captured * given) / 10_000), currency: 'USD' }
      const of = { id: 'pay_1', captured: paid, feeBasisPoints } as const
      const kept = subtract(paid, refund)
      const all = [
        postings.capturedPosting(of),
        postings.refundPosting(of, 'rfd_1', paid, refund),
        postings.releasePosting('tra_1', splitOf(kept, feeBasisPoints), zero('USD')),
        postings.transferPosting('tra_1', splitOf(kept, feeBasisPoints).net),
      ]
      for (const posting of all) expect(sum(posting)).toBe(0)
      const held = all.flatMap(({ entries }) => entries).filter(({ account }) => account === 'held')
      expect(held.reduce((total, { amount }) => total + amount.amount, 0)).toBe(0)
    }),
  )
})

test('giving back after the release takes from the business and the fee exactly what they had of it', () => {
  fc.assert(
    fc.property(cases, ({ captured, given, feeBasisPoints }) => {
      const paid: Money = { amount: captured, currency: 'USD' }
      const refund: Money = { amount: Math.floor((captured * given) / 10_000), currency: 'USD' }
      const back = postings.clawBackPosting({ id: 'pay_1', captured: paid, feeBasisPoints }, 'rfd_1', paid, refund)
      expect(sum(back)).toBe(0)
      const [before, after] = [splitOf(paid, feeBasisPoints), splitOf(subtract(paid, refund), feeBasisPoints)]
      expect(add(before.net, back.split.net)).toEqual(after.net)
      expect(add(before.fee, back.split.fee)).toEqual(after.fee)
    }),
  )
})
