import { expect, test } from 'vitest'
import { nextFocus, type Box } from '../src/choices/keys'

const at = (column: number, line: number): Box => ({ left: column * 100, top: line * 60, width: 92, height: 48 })
const times = [at(0, 0), at(1, 0), at(2, 0), at(0, 1), at(1, 1)]

test('the arrows left and right move by one and stop at the ends', () => {
  expect(nextFocus('ArrowRight', 0, times)).toBe(1)
  expect(nextFocus('ArrowRight', 4, times)).toBe(4)
  expect(nextFocus('ArrowLeft', 0, times)).toBe(0)
})

test('the arrows up and down move to what is seen above and below', () => {
  expect(nextFocus('ArrowDown', 1, times)).toBe(4)
  expect(nextFocus('ArrowDown', 2, times)).toBe(4)
  expect(nextFocus('ArrowUp', 3, times)).toBe(0)
  expect(nextFocus('ArrowUp', 1, times)).toBe(1)
})

test('Home and End move to the ends, Page keys by a week', () => {
  const days = Array.from({ length: 20 }, (_, day) => at(day, 0))
  expect(nextFocus('Home', 9, days)).toBe(0)
  expect(nextFocus('End', 9, days)).toBe(19)
  expect(nextFocus('PageDown', 9, days)).toBe(16)
  expect(nextFocus('PageUp', 3, days)).toBe(0)
})

test('other keys are left to the browser', () => {
  expect(nextFocus('Tab', 0, times)).toBeUndefined()
  expect(nextFocus('Enter', 0, times)).toBeUndefined()
})
