import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { epochMilliseconds, forgetServerClock, readServerClock } from '../src/clock'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date', 'performance'], now: Date.parse('2026-11-24T09:00:00Z') }))
afterEach(() => {
  vi.useRealTimers()
  forgetServerClock()
})

const respond = (date: string) =>
  readServerClock(new Response(null, { headers: { date: new Date(date).toUTCString() } }))
const now = () => new Date(epochMilliseconds()).toISOString()

test('until the server has responded the time is the device’s, then the server’s, and it goes on', () => {
  expect(now()).toBe('2026-11-24T09:00:00.000Z')
  respond('2026-11-24T12:00:00Z')
  expect(now()).toBe('2026-11-24T12:00:00.000Z')
  vi.advanceTimersByTime(90_000)
  expect(now()).toBe('2026-11-24T12:01:30.000Z')
})

test('a response that a cache kept turns no clock back', () => {
  respond('2026-11-24T12:00:00Z')
  respond('2026-11-24T11:00:00Z')
  expect(now()).toBe('2026-11-24T12:00:00.000Z')
})

test('a clock that is changed on the device while the app runs changes nothing', () => {
  respond('2026-11-24T12:00:00Z')
  vi.setSystemTime(Date.parse('2020-01-01T00:00:00Z'))
  expect(now()).toBe('2026-11-24T12:00:00.000Z')
})
