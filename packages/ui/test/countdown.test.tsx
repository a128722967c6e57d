// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Countdown } from '../src/countdown'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the eye sees every second, the ear hears now and then, the end is told once', () => {
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
  const heard = () => screen.getByRole('status').textContent
  expect(screen.getByText('1:02')).toBeTruthy()
  expect(heard()).toBe('62 seconds left')
  pass(1)
  expect(screen.getByText('1:01')).toBeTruthy()
  expect(heard()).toBe('62 seconds left')
  pass(1)
  expect(heard()).toBe('60 seconds left')
  pass(75)
  expect(screen.getByText('0:00')).toBeTruthy()
  expect(ends).toBe(1)
})
