// @vitest-environment jsdom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { readMe } from '@buy-locals/contracts/auth/operations'
import { isOnline, watchOnline } from '../src/connection/online'
import { cookieSession } from '../src/session/cookie-session'
import { sessionApi } from '../src/session/session-api'

const callApi = sessionApi({ store: cookieSession })
const send = () => callApi(readMe, {}).catch(() => {})
const responds = () => vi.stubGlobal('fetch', async () => new Response('{}', { status: 403 }))
const fails = (error: Error = new TypeError('Failed to fetch')) => vi.stubGlobal('fetch', () => Promise.reject(error))

/** What the app was told, in order. */
function watch(): boolean[] {
  const seen: boolean[] = []
  onTestFinished(watchOnline((online) => seen.push(online)))
  return seen
}

function setDevice(online: boolean) {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online)
  window.dispatchEvent(new Event(online ? 'online' : 'offline'))
}

beforeEach(async () => {
  vi.restoreAllMocks()
  responds()
  await send()
  return () => vi.unstubAllGlobals()
})

test('offline is what the device says, as soon as it does', () => {
  const seen = watch()
  setDevice(false)
  expect(isOnline()).toBe(false)
  setDevice(true)
  expect(seen).toEqual([false, true])
})

test('where one request after another fails it is offline, whatever the device says, until something answers', async () => {
  const seen = watch()
  fails()
  await send()
  expect(isOnline()).toBe(true)
  await send()
  expect(isOnline()).toBe(false)
  await send()
  responds()
  await send()
  expect(isOnline()).toBe(true)
  expect(seen).toEqual([false, true])
})

test('requests that fail together, as they do when a page is left, are one failure', async () => {
  fails()
  await Promise.all([send(), send(), send()])
  expect(isOnline()).toBe(true)
})

test('a request that was given up says nothing', async () => {
  fails(new DOMException('The operation was aborted', 'AbortError'))
  await send()
  await send()
  expect(isOnline()).toBe(true)
})

test('a device that is online again begins afresh', async () => {
  const seen = watch()
  fails()
  await send()
  await send()
  setDevice(true)
  expect(isOnline()).toBe(true)
  await send()
  expect(seen).toEqual([false, true])
})
