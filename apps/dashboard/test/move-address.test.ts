import { expect, test } from 'vitest'
import { moveAddress } from '../src/profile/move-address'

const former = { street: '2 Main St', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' }

test('a place takes its parts along, and what it does not say stays within the same town', () => {
  expect(moveAddress(former, { city: 'Boise', region: 'ID', country: 'US' })).toEqual(former)
  expect(moveAddress(former, { ...former, street: '1600 Grove St', postcode: '83706' })).toEqual({
    ...former,
    street: '1600 Grove St',
    postcode: '83706',
  })
})

test('in another town nothing of the old one is left but the street that was written', () => {
  expect(moveAddress(former, { city: 'Nampa', region: 'ID', country: 'US' })).toEqual({
    street: '2 Main St',
    city: 'Nampa',
    region: 'ID',
    postcode: undefined,
    country: 'US',
  })
  expect(moveAddress(former, { city: 'Boise', country: 'CA' })).toMatchObject({
    region: undefined,
    postcode: undefined,
  })
})
