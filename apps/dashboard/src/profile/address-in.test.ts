import { expect, test } from 'vitest'
import { addressIn } from './address-in'

test('a postcode, a town or both are told apart', () => {
  expect(addressIn('83702 Boise, ID')).toEqual({ postcode: '83702', city: 'Boise', region: 'ID' })
  expect(addressIn('Garden City, ID')).toEqual({ city: 'Garden City', region: 'ID' })
  expect(addressIn('Boise')).toEqual({ city: 'Boise' })
})
