// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { DateStrip, type Day } from '../src/date-strip'

const days: Day[] = [
  { id: '20', weekday: 'Fri', day: '20', note: '4 free', label: 'Friday, March 20, 4 times free' },
  { id: '21', weekday: 'Sat', day: '21', note: 'Full', label: 'Saturday, March 21, full', full: true },
  { id: '22', weekday: 'Sun', day: '22', note: '2 free', label: 'Sunday, March 22, 2 times free' },
]

function Strip({ start }: { start?: string }) {
  const [day, setDay] = useState(start)
  return <DateStrip label="Day" days={days} selected={day} onSelect={setDay} />
}

const radio = (name: RegExp) => screen.getByRole('radio', { name })
const stops = () => screen.getAllByRole('radio').filter((day) => day.tabIndex === 0)

test('Tab stops once: at the first free day, or at the chosen one', () => {
  render(<Strip />)
  expect(stops()).toEqual([radio(/Friday/)])
  fireEvent.click(radio(/Sunday/))
  expect(stops()).toEqual([radio(/Sunday/)])
})

test('arrows move the focus and choose nothing; pressing chooses', () => {
  render(<Strip start="20" />)
  radio(/Friday/).focus()
  fireEvent.keyDown(radio(/Friday/), { key: 'End' })
  expect(document.activeElement).toBe(radio(/Sunday/))
  expect(radio(/Friday/).getAttribute('aria-checked')).toBe('true')
  fireEvent.click(radio(/Sunday/))
  expect(radio(/Sunday/).getAttribute('aria-checked')).toBe('true')
  expect(radio(/Friday/).getAttribute('aria-checked')).toBe('false')
})

test('a full day can be focused and is read, but cannot be chosen', () => {
  render(<Strip start="20" />)
  radio(/Friday/).focus()
  fireEvent.keyDown(radio(/Friday/), { key: 'ArrowRight' })
  expect(document.activeElement).toBe(radio(/Saturday, March 21, full/))
  fireEvent.click(radio(/Saturday/))
  expect(radio(/Saturday/).getAttribute('aria-checked')).toBe('false')
  expect(radio(/Saturday/).getAttribute('aria-disabled')).toBe('true')
})
