import { expect, test } from '@jest/globals'
import { fireEvent, render, screen, userEvent } from '@testing-library/react-native'
import { CheckField } from '../src/fields/check-field'
import { ChoiceField } from '../src/fields/choice-field'
import { NumberField } from '../src/fields/number-field'
import { PasswordField } from '../src/fields/password-field'
import { SelectField } from '../src/fields/select-field'
import { TextField } from '../src/fields/text-field'
import { StarsField } from '../src/stars-field/stars-field'
import { UiMessagesProvider, type UiMessages } from '../src/ui-messages'

test('a field is found by its label, shows its hint and its error, and is written in', async () => {
  const written: string[] = []
  await render(
    <TextField
      label="Mail address"
      kind="email"
      optional
      hint="We answer there."
      error="Write the whole address."
      unit="@"
      onChange={(text) => void written.push(text)}
    />,
  )
  await userEvent.paste(screen.getByLabelText('Mail address'), 'ana@example.com')
  expect(written).toEqual(['ana@example.com'])
  expect(screen.getByText('Mail address (optional)')).toBeTruthy()
  expect(screen.getByText('We answer there.')).toBeTruthy()
  expect(screen.getByText('Write the whole address.').props['aria-live']).toBe('polite')
  expect(screen.getByText('@')).toBeTruthy()
})

test('a disabled field cannot be written in', async () => {
  const written: string[] = []
  await render(
    <TextField
      label="Slug"
      disabled
      rows={2}
      maxLength={20}
      value="fenwick"
      onChange={(text) => void written.push(text)}
    />,
  )
  const field = screen.getByLabelText('Slug')
  await userEvent.paste(field, 'other')
  expect(written).toEqual([])
  expect(field.props['value']).toBe('fenwick')
  expect(field.props['maxLength']).toBe(20)
})

test('a password can be looked at and hidden again', async () => {
  const written: string[] = []
  await render(<PasswordField label="Password" isNew onChange={(text) => void written.push(text)} />)
  const field = () => screen.getByLabelText('Password')
  await userEvent.paste(field(), 'a long one')
  expect(written).toEqual(['a long one'])
  expect(field().props['secureTextEntry']).toBe(true)
  await userEvent.press(screen.getByRole('button', { name: 'Show password' }))
  expect(field().props['secureTextEntry']).toBe(false)
  await userEvent.press(screen.getByRole('button', { name: 'Hide password' }))
  expect(field().props['secureTextEntry']).toBe(true)
})

test('a number is taken with a comma, and put in bounds when the field is left', async () => {
  const changes: (number | undefined)[] = []
  await render(<NumberField label="Price" decimals={2} max={100} onChange={(price) => void changes.push(price)} />)
  const field = screen.getByLabelText('Price')
  await userEvent.type(field, '12,5')
  expect(changes).toEqual([1, 12, NaN, 12.5, 12.5])
  await userEvent.clear(field)
  await userEvent.type(field, '250')
  expect(changes.at(-1)).toBe(100)
  expect(screen.getByDisplayValue('100')).toBeTruthy()
})

test('one of several is selected in a sheet, which then closes', async () => {
  const chosen: string[] = []
  const options = [
    { value: 'any', label: 'Anyone' },
    { value: 'ana', label: 'Ana Ruiz' },
  ]
  await render(<SelectField label="Person" options={options} onChange={(value) => void chosen.push(value)} />)
  await userEvent.press(screen.getByRole('button', { name: 'Person, Choose', expanded: false }))
  await userEvent.press(screen.getByRole('button', { name: 'Ana Ruiz' }))
  expect(chosen).toEqual(['ana'])
  expect(screen.getByRole('button', { name: 'Person, Ana Ruiz', expanded: false })).toBeTruthy()
  expect(screen.queryByText('Anyone')).toBeNull()
})

test('one of a few choices is chosen, a disabled one never', async () => {
  const chosen: string[] = []
  const options = [
    { value: 'now', label: 'Now', detail: '$45.00 by card' },
    { value: 'there', label: 'At the venue' },
    { value: 'later', label: 'Later', disabled: true },
  ]
  await render(
    <ChoiceField label="Pay" defaultValue="now" options={options} onChange={(value) => void chosen.push(value)} />,
  )
  expect(screen.getByLabelText('Pay').props['role']).toBe('radiogroup')
  await userEvent.press(screen.getByRole('radio', { name: /Later/ }))
  await userEvent.press(screen.getByRole('radio', { name: /At the venue/ }))
  expect(chosen).toEqual(['there'])
  expect(screen.getByRole('radio', { name: /At the venue/, checked: true })).toBeTruthy()
  expect(screen.getByRole('radio', { name: /Now/, checked: false })).toBeTruthy()
  expect(screen.getByText('$45.00 by card')).toBeTruthy()
})

test('a check is turned on, and shows what is wrong with it', async () => {
  const changes: boolean[] = []
  await render(
    <CheckField label="I accept the terms" error="Accept to go on." onChange={(on) => void changes.push(on)} />,
  )
  await fireEvent(screen.getByRole('switch', { name: 'I accept the terms' }), 'valueChange', true)
  expect(changes).toEqual([true])
  expect(screen.getByRole('switch', { checked: true })).toBeTruthy()
  expect(screen.getByText('Accept to go on.')).toBeTruthy()
})

test('stars are given, and read out in the language of the app', async () => {
  const stars: number[] = []
  const german = { star: (stars: number) => `${stars} Sterne` } as UiMessages
  await render(
    <UiMessagesProvider messages={german}>
      <StarsField label="Wie war es?" value={4} error="Bitte bewerten." onChange={(count) => void stars.push(count)} />
    </UiMessagesProvider>,
  )
  expect(screen.getByLabelText('Wie war es?').props['role']).toBe('radiogroup')
  expect(screen.getByRole('radio', { name: '4 Sterne', checked: true })).toBeTruthy()
  await userEvent.press(screen.getByRole('radio', { name: '5 Sterne' }))
  expect(stars).toEqual([5])
})
