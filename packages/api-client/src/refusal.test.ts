import { expect, test } from 'vitest'
import { Refusal } from './refusal.ts'

test('a refusal that comes from another copy of this module is a refusal too, and other errors are not', async () => {
  const copy = (await import('./refusal.ts?copy' as './refusal.ts')).Refusal
  expect(copy).not.toBe(Refusal)
  expect(new copy(404, { code: 'not-found' })).toBeInstanceOf(Refusal)
  expect(new Error('offline')).not.toBeInstanceOf(Refusal)
})
