import fc from 'fast-check'
import { expect, test } from 'vitest'
import { computeBayes, computeMean, computePrior, countReviews, type ByStars } from './rating.ts'

const anyCounts = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50)) as fc.Arbitrary<ByStars>

test('the mean that is shown is the plain one', () => {
  expect(computeMean([0, 0, 0, 1, 1])).toBe(4.5)
  expect(computeMean([0, 0, 0, 0, 0])).toBe(0)
})

test('one five-star review ranks below a hundred reviews of 4.8', () => {
  expect(computeBayes([0, 0, 0, 0, 1], 4)).toBeLessThan(computeBayes([0, 0, 0, 20, 80], 4))
})

test('the ranking value lies between the prior and the mean', () => {
  fc.assert(
    fc.property(anyCounts, (byStars) => {
      fc.pre(countReviews(byStars) > 0)
      const [mean, bayes] = [computeMean(byStars), computeBayes(byStars, 4)]
      expect(bayes).toBeGreaterThanOrEqual(Math.min(mean, 4) - 1e-9)
      expect(bayes).toBeLessThanOrEqual(Math.max(mean, 4) + 1e-9)
    }),
  )
})

test('the prior is the mean of the category in the market', () => {
  expect(computePrior({ count: 0, sum: 0 })).toBe(4)
  expect(computePrior({ count: 4, sum: 18 })).toBe(4.5)
})
