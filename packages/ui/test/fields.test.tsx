// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
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
  expect(screen.queryByText('Enter a number, like 5 or 2.5')).toBeNull()
  fireEvent.blur(field)
  screen.getByText('Enter a number, like 5 or 2.5')
  expect(field.value).toBe('half')
  fireEvent.change(field, { target: { value: '12,5 %' } })
  fireEvent.blur(field)
  expect([field.value, screen.queryByText('Enter a number, like 5 or 2.5')]).toEqual(['12.5', null])
})

function Form({ inForm }: { inForm: boolean }) {
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const send = () => setError(name.length < 3 ? 'Enter your name' : undefined)
  const field = <TextField key="name" label="Name" error={error} value={name} onChange={setName} />
  if (!inForm)
    return [
      field,
      <button key="send" onClick={send}>
        Send
      </button>,
    ]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {field}
      <button>Send</button>
    </form>
  )
}

test.each([{ inForm: true }, { inForm: false }])(
  'what is wrong with a field is said until it is changed, and again where it is sent and is still wrong',
  async ({ inForm }) => {
    render(<Form inForm={inForm} />)
    const field = screen.getByLabelText<HTMLInputElement>('Name')
    const write = (value: string) => fireEvent.change(field, { target: { value } })
    const send = () => fireEvent.click(screen.getByRole('button'))
    send()
    screen.getByText('Enter your name')
    write('Jo')
    expect([screen.queryByText('Enter your name'), field.getAttribute('aria-invalid')]).toEqual([null, null])
    send()
    await screen.findByText('Enter your name')
    write('Joe')
    send()
    expect(screen.queryByText('Enter your name')).toBeNull()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect([screen.queryByText('Enter your name'), field.getAttribute('aria-invalid')]).toEqual([null, null])
  },
)
