import { expect, test } from 'vitest'
import { categories } from '@buy-locals/contracts/business/choices'
import { toCategories } from './open-data.ts'

test("a directory's kinds become our categories", () => {
  expect(toCategories("Al's", ['Personal > Barber'])).toEqual(['hair'])
  expect(toCategories('Flying M', ['Coffee & Tea', 'Shopping > Gifts & Souvenirs', 'Shopping'])).toEqual([
    'cafe',
    'gifts',
  ])
  expect(toCategories('Emporium', ['Shopping'])).toEqual(['shop'])
})

test('the categories that a name tells come first', () => {
  expect(toCategories("George's Cycles & Fitness", ['Shopping > Bicycles & Sporting Goods'])).toEqual(['bike', 'sport'])
  expect(toCategories('Idaho Bike Works', ['Shopping > Bicycles & Sporting Goods'])).toEqual(['bike', 'sport'])
  expect(toCategories('Sage Yoga', [])).toEqual(['yoga'])
})

test('what nobody books or visits has no category', () => {
  expect(toCategories('Smith Holdings', ['Professional > Management & Consulting', 'toString'])).toEqual([])
})

test('every result is a category of ours, and there are at most five', () => {
  const all = toCategories('Bike Yoga Dental Hair Spa', ['Cafe', 'Bakery', 'Museum'])
  expect(all).toHaveLength(5)
  expect(categories).toEqual(expect.arrayContaining(all))
})
