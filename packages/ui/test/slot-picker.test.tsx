// @vitest-environment jsdom
import { fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { SlotPicker, type SlotGroup } from '../src/slot-picker'

const slot = (time: string, taken = false) => ({ id: time, time, label: `Friday, March 20, ${time}`, taken })
const groups: SlotGroup[] = [
  { label: 'Morning', slots: [slot('09:00', true), slot('09:30')] },
  { label: 'Evening', slots: [{ ...slot('18:00'), note: '3 seats left', label: 'Friday, 18:00, 3 seats left' }] },
]

function Picker() {
  const [time, setTime] = useState<string>()
  return <SlotPicker label="Time" groups={groups} selected={time} onSelect={setTime} />
}

const radio = (name: RegExp) => screen.getByRole('radio', { name })

test('times stand under their part of the day, in one group of choices', () => {
  render(<Picker />)
  const all = screen.getByRole('radiogroup', { name: 'Time' })
  expect(within(within(all).getByRole('group', { name: 'Morning' })).getAllByRole('radio')).toHaveLength(2)
  expect(within(within(all).getByRole('group', { name: 'Evening' })).getByText('3 seats left')).toBeTruthy()
})

test('the focus enters at the first time that is left and goes on into the next part of the day', () => {
  render(<Picker />)
  expect(radio(/09:30/).tabIndex).toBe(0)
  radio(/09:30/).focus()
  fireEvent.keyDown(radio(/09:30/), { key: 'ArrowRight' })
  expect(document.activeElement).toBe(radio(/18:00, 3 seats left/))
})

test('one time is chosen at a time, a taken time never', () => {
  render(<Picker />)
  fireEvent.click(radio(/09:30/))
  fireEvent.click(radio(/18:00/))
  fireEvent.click(radio(/09:00/))
  const chosen = screen.getAllByRole('radio').filter((time) => time.getAttribute('aria-checked') === 'true')
  expect(chosen).toEqual([radio(/18:00/)])
})
