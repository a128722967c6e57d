import { expect, test } from 'vitest'
import { Problem } from '@buy-locals/contracts/problem'
import { newId, type Id } from '@buy-locals/values/ids'
import { findProjected } from '../src/find-projected.ts'

const missing = () => new Problem('not-found', 'There is no such thing')
const old = '01arz3ndektsv4rrffq69g5fav'
const ofTheFuture = '7zzzzzzzzz0000000000000000'

test('what was made a moment ago is waited for, and found when the news arrives', async () => {
  let calls = 0
  const find = async () => (++calls > 3 ? 'found' : undefined)
  expect(await findProjected(newId('booking'), find, missing)).toBe('found')
})

test('what is old and not known does not exist, and is not waited for', async () => {
  for (const text of [old, ofTheFuture]) {
    let calls = 0
    const find = async () => void calls++
    const id = `bkg_${text}` as Id<'booking'>
    await expect(findProjected(id, find, missing)).rejects.toMatchObject({ code: 'not-found' })
    expect(calls).toBe(1)
  }
})

test('what was made an hour ago is on its way, not missing: its event may wait behind many others', async () => {
  const id = madeAgo(3_600_000)
  await expect(findProjected(id, async () => undefined, missing)).rejects.toMatchObject({ code: 'not-yet' })
})

function madeAgo(ms: number): Id<'booking'> {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  let time = ''
  for (let at = Date.now() - ms, place = 0; place < 10; place++, at = Math.floor(at / 32))
    time = alphabet.charAt(at % 32) + time
  return `bkg_${time}${old.slice(10)}`
}
