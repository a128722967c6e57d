import { expect, test } from 'vitest'
import { categories } from '@buy-locals/contracts/business/shapes'
import { categoriesOf } from './open-data.ts'

test("a directory's words become ours", () => {
  expect(categoriesOf("Al's", ['Personal > Barber'])).toEqual(['hair'])
  expect(categoriesOf('Flying M', ['Coffee & Tea', 'Shopping > Gifts & Souvenirs', 'Shopping'])).toEqual([
    'cafe',
    'gifts',
  ])
  expect(categoriesOf('Emporium', ['Shopping'])).toEqual(['shop'])
})

test('what a name says comes first', () => {
  expect(categoriesOf("George's Cycles & Fitness", ['Shopping > Bicycles & Sporting Goods'])).toEqual(['bike', 'sport'])
  expect(categoriesOf('Idaho Bike Works', ['Shopping > Bicycles & Sporting Goods'])).toEqual(['bike', 'sport'])
  expect(categoriesOf('Sage Yoga', [])).toEqual(['yoga'])
})

test('what nobody books or visits has no category', () => {
  expect(categoriesOf('Smith Holdings', ['Professional > Management & Consulting', 'toString'])).toEqual([])
})

test('every word of ours is a category, and there are at most five', () => {
  const all = categoriesOf('Bike Yoga Dental Hair Spa', ['Cafe', 'Bakery', 'Museum'])
  expect(all).toHaveLength(5)
  expect(categories).toEqual(expect.arrayContaining(all))
})
