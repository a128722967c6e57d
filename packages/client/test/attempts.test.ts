// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Api } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { sendMessage } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'

beforeEach(() => sessionStorage.clear())
afterEach(() => vi.useRealTimers())

const bookingId: Id<'booking'> = 'bkg_1'
const message = (text: string) => ({ params: { bookingId }, body: { sentBy: 'consumer' as const, text } })

const noResponse = new TypeError('Failed to fetch')
const inProgress = new Refusal(409, { code: 'idempotency/in-progress' })
const broken = new Refusal(503, { code: 'not-yet' })
const refused = new Refusal(409, { code: 'booking/thread-closed' })

/** The scripts are loaded anew; the tab is the same. Each outcome is that of one request; the others are done. */
async function start(...outcomes: Error[]) {
  vi.resetModules()
  const { sendAttempt } = await import('../src/attempt/attempts')
  const keys: (string | undefined)[] = []
  const send: Api = async (...[, , options]) => {
    keys.push(options?.idempotencyKey)
    const outcome = outcomes.shift()
    if (outcome) throw outcome
    return undefined as never
  }
  return {
    keys,
    send: (text: string) => sendAttempt(send, sendMessage, message(text), {}).catch((error: unknown) => error),
  }
}

test('the same press carries the same key while nobody knows whether it was done', async () => {
  const { send, keys } = await start(noResponse, broken, inProgress)
  for (let press = 0; press < 4; press++) await send('Hello')
  expect(keys).toHaveLength(4)
  expect(new Set(keys).size).toBe(1)
})

test('the same press after a restart carries the same key', async () => {
  const before = await start(noResponse)
  await before.send('Hello')
  const after = await start()
  await after.send('Hello')
  expect(after.keys).toEqual(before.keys)
})

test('what is sent while another request waits for its response keeps its own key', async () => {
  const { send, keys } = await start(noResponse, noResponse)
  await Promise.all([send('One'), send('Two')])
  await Promise.all([send('One'), send('Two')])
  expect(keys[2]).toBe(keys[0])
  expect(keys[3]).toBe(keys[1])
  expect(new Set(keys).size).toBe(2)
})

test('other input, a final refusal and success begin another attempt', async () => {
  const { send, keys } = await start(noResponse, refused)
  for (const text of ['One', 'Two', 'Two', 'Two']) await send(text)
  expect(new Set(keys).size).toBe(4)
})

test('after an hour the same press is another attempt, on a device whose clock is wrong too', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
  const { send, keys } = await start(noResponse, noResponse)
  await send('Hello')
  vi.setSystemTime(59 * 60_000)
  await send('Hello')
  vi.setSystemTime(61 * 60_000)
  await send('Hello')
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

test('what somebody wrote is not stored with its key', async () => {
  const { send } = await start(noResponse)
  await send('My door code is 4711')
  expect(JSON.stringify({ ...sessionStorage })).toContain('attempts')
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('4711')
})

test('what another version of the app has stored in another way is no attempt, and breaks nothing', async () => {
  const [key, at] = ['0'.repeat(32), Date.now()]
  for (const stored of ['{', 'null', '{"a":1}', `[{"request":"1","key":"${key}","at":${at}}]`, `${at} short x`]) {
    sessionStorage.setItem('open attempts', stored)
    const { send, keys } = await start(noResponse)
    for (let press = 0; press < 2; press++) await send('Hello')
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(keys).toEqual([keys[0], keys[0]])
  }
})
