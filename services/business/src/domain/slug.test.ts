import { expect, test } from 'vitest'
import { findFreeSlug, toSlug } from './slug.ts'

test('an address is written from name and town in small letters', () => {
  expect(toSlug('Café Zoë & Söhne', 'Boise')).toBe('cafe-zoe-sohne-boise')
  expect(toSlug("Joe's  Barbers", 'St. Paul')).toBe('joes-barbers-st-paul')
  expect(toSlug('Søren’s Smørrebrød', 'Łódź')).toBe('sorens-smorrebrod-lodz')
})

test('a name without a Latin letter still gets an address', () => {
  expect(toSlug('理髪店', '東京')).toBe('business')
  expect(toSlug('!!!', '')).toBe('business')
})

test('an address is never longer than its rule allows and never ends in a hyphen', () => {
  const slug = toSlug('a'.repeat(49) + ' barber shop', 'Boise')
  expect(`${slug}-99999999`).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/)
  expect(slug).not.toMatch(/-$/)
})

test('two businesses of one name get two addresses, and none is called like an operation', () => {
  expect(findFreeSlug('joes-boise', new Set(['joes-boise', 'joes-boise-2']))).toBe('joes-boise-3')
  expect(findFreeSlug('suggestions', new Set())).toBe('suggestions-2')
})
