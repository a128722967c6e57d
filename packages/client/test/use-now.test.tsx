// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { useNow } from '../src/use-now'

test('the time goes on by itself, and at once for whoever comes back to the app', () => {
  vi.useFakeTimers({ now: new Date('2026-11-24T21:00:00Z') })
  onTestFinished(() => void vi.useRealTimers())
  const { result, unmount } = renderHook(useNow)
  act(() => void vi.advanceTimersByTime(30_000))
  expect(result.current).toBe('2026-11-24T21:00:30.000Z')
  vi.setSystemTime('2026-11-24T23:00:00Z') // it slept
  expect(result.current).toBe('2026-11-24T21:00:30.000Z')
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  expect(result.current).toBe('2026-11-24T23:00:00.000Z')
  unmount()
})
