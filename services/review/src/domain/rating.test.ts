import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bayesOf, throttleKey, meanOf, usualOf, type ByStars } from './rating.ts'

const anyCounts = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50)) as fc.Arbitrary<ByStars>

test('the mean that is shown is the plain one', () => {
  expect(meanOf([0, 0, 0, 1, 1])).toBe(4.5)
  expect(meanOf([0, 0, 0, 0, 0])).toBe(0)
})

test('one five-star review ranks below a hundred reviews of 4.8', () => {
  expect(bayesOf([0, 0, 0, 0, 1], 4)).toBeLessThan(bayesOf([0, 0, 0, 20, 80], 4))
})

test('the ranking value lies between what is usual and the mean', () => {
  fc.assert(
    fc.property(anyCounts, (byStars) => {
      fc.pre(throttleKey(byStars) > 0)
      const [mean, bayes] = [meanOf(byStars), bayesOf(byStars, 4)]
      expect(bayes).toBeGreaterThanOrEqual(Math.min(mean, 4) - 1e-9)
      expect(bayes).toBeLessThanOrEqual(Math.max(mean, 4) + 1e-9)
    }),
  )
})

test('what is usual is the mean of the category in the market', () => {
  expect(usualOf({ count: 0, sum: 0 })).toBe(4)
  expect(usualOf({ count: 4, sum: 18 })).toBe(4.5)
})
