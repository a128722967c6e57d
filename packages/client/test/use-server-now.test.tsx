// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetServerClock, readServerClock } from '../src/clock'
import { useServerNow } from '../src/use-server-now'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date', 'performance'], now: Date.parse('2020-01-01T00:00:00Z') }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  forgetServerClock()
})

const now = '2026-11-24T12:00:00.000Z'

test('a page goes on from the time it came with, whatever the clock of its reader says', () => {
  const { result } = renderHook(() => useServerNow(now))
  expect(result.current()).toBe(now)
  vi.advanceTimersByTime(90_000)
  expect(result.current()).toBe('2026-11-24T12:01:30.000Z')
})

test('what the server says later, of itself or with another page, is the time of every page', () => {
  const { result, rerender } = renderHook((page: string) => useServerNow(page), { initialProps: now })
  readServerClock(new Response(null, { headers: { date: 'Tue, 24 Nov 2026 12:05:00 GMT' } }))
  expect(result.current()).toBe('2026-11-24T12:05:00.000Z')
  rerender('2026-11-24T12:09:00.000Z')
  expect(result.current()).toBe('2026-11-24T12:09:00.000Z')
})

test('what a server renders says the time of its page alone', () => {
  readServerClock(new Response(null, { headers: { date: 'Tue, 24 Nov 2026 12:05:00 GMT' } }))
  const Clock = () => <p>{useServerNow(now)()}</p>
  expect(renderToString(<Clock />)).toBe(`<p>${now}</p>`)
})
