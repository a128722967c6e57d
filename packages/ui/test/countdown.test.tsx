// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Countdown } from '../src/countdown'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the time that is left is shown every second, read out now and then, and its end is reported once', () => {
  let left = 62_000
  let ends = 0
  const pass = (seconds: number) =>
    act(() => {
      for (let second = 0; second < seconds; second++) {
        left -= 1000
        vi.advanceTimersByTime(1000)
      }
    })
  render(
    <Countdown
      label="Held for you"
      millisecondsLeft={() => left}
      announce={(seconds) => `${seconds} seconds left`}
      onEnd={() => ends++}
    />,
  )
  const announcement = () => screen.getByRole('status').textContent
  expect(screen.getByText('1:02')).toBeTruthy()
  expect(announcement()).toBe('62 seconds left')
  pass(1)
  expect(screen.getByText('1:01')).toBeTruthy()
  expect(announcement()).toBe('62 seconds left')
  pass(1)
  expect(announcement()).toBe('60 seconds left')
  pass(75)
  expect(screen.getByText('0:00')).toBeTruthy()
  expect(ends).toBe(1)
})
