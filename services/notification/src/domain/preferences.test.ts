import { newId } from '@buy-locals/values/ids'
import { notificationGroups } from '@buy-locals/contracts/notification/shapes'
import { expect, test } from 'vitest'
import { en } from '../messages/en.ts'
import { isDelivered } from './preferences.ts'

const groups = Object.values(notificationGroups)
const sorted = (kinds: Iterable<string>) => [...new Set(kinds)].toSorted((a, b) => a.localeCompare(b))

test('the kinds that have mail and those that have a text of a mail are the same', () => {
  const mailed = groups.filter(({ channels }) => channels.mail).flatMap(({ kinds }) => kinds)
  expect(sorted(mailed)).toEqual(sorted(Object.keys(en.mails)))
})

test('nobody is notified of one thing under two choices', () => {
  const all = groups.flatMap(({ audience, kinds }) => kinds.map((kind) => `${audience} ${kind}`))
  expect(sorted(all)).toEqual(all.toSorted((a, b) => a.localeCompare(b)))
})

test('what is chosen counts, except of what always comes and of channels that a kind does not have', () => {
  const to = { person: newId('person') }
  const off = () => false
  expect(isDelivered({ kind: 'booking-completed', to }, 'mail', () => undefined)).toBe(true)
  expect(isDelivered({ kind: 'booking-completed', to }, 'mail', off)).toBe(false)
  expect(isDelivered({ kind: 'booking-cancelled', to }, 'mail', off)).toBe(true)
  expect(isDelivered({ kind: 'booking-held', to }, 'in-app', () => true)).toBe(false)
  expect(() => isDelivered({ kind: 'booking-held', to: { business: newId('business') } }, 'mail', off)).toThrow()
})
