// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { NumberField } from '../src/fields/number-field'
import { PasswordField } from '../src/fields/password-field'
import { TextField } from '../src/fields/text-field'

test('a field is found by its label, and its hint and its error are read with it', () => {
  render(<TextField label="Mail address" kind="email" hint="We answer there." error="Write the whole address." />)
  const field = screen.getByLabelText('Mail address')
  const messages = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
  expect(messages).toEqual(['Write the whole address.', 'We answer there.'])
  expect(field.getAttribute('aria-invalid')).toBe('true')
})

test('a password can be looked at and hidden again', () => {
  render(<PasswordField label="Password" />)
  const field = screen.getByLabelText('Password')
  expect(field.getAttribute('type')).toBe('password')
  fireEvent.click(screen.getByRole('button', { name: 'Show password' }))
  expect(field.getAttribute('type')).toBe('text')
  fireEvent.click(screen.getByRole('button', { name: 'Hide password' }))
  expect(field.getAttribute('type')).toBe('password')
})

test('a number is taken with a comma, and put in bounds when the field is left', () => {
  const changes: (number | undefined)[] = []
  render(<NumberField label="Price" decimals={2} max={100} onChange={(price) => changes.push(price)} />)
  const field = screen.getByLabelText('Price')
  fireEvent.change(field, { target: { value: '12,5' } })
  fireEvent.change(field, { target: { value: '12,5x' } })
  fireEvent.change(field, { target: { value: '250' } })
  fireEvent.blur(field)
  expect(changes).toEqual([12.5, NaN, 250, 100])
  expect((field as HTMLInputElement).value).toBe('100')
})

test('what is no number stays in the field, which says how to write one once it is left', () => {
  render(<NumberField label="Share" unit="%" decimals={2} />)
  const field = screen.getByLabelText<HTMLInputElement>('Share')
  fireEvent.change(field, { target: { value: 'half' } })
  expect(screen.queryByText('Enter a number, like 5 or 2.5.')).toBeNull()
  fireEvent.blur(field)
  screen.getByText('Enter a number, like 5 or 2.5.')
  expect(field.value).toBe('half')
  fireEvent.change(field, { target: { value: '12,5 %' } })
  fireEvent.blur(field)
  expect([field.value, screen.queryByText('Enter a number, like 5 or 2.5.')]).toEqual(['12.5', null])
})
