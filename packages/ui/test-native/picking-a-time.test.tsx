import { expect, jest, test } from '@jest/globals'
import { act, render, screen, userEvent } from '@testing-library/react-native'
import { Text } from 'react-native'
import { Choice, Choices } from '../src/choices/choices'
import { Countdown } from '../src/countdown'
import { DateStrip } from '../src/date-strip'
import { SlotPicker } from '../src/slot-picker'

test('a day is chosen, a full one never, and the strip is turned on', async () => {
  const chosen: string[] = []
  let turns = 0
  const day = (id: string, full = false) => ({
    id,
    weekday: 'Fri',
    day: id,
    note: '4 free',
    label: `${id} March`,
    full,
  })
  await render(
    <DateStrip
      label="Day"
      caption="March 2026"
      days={[day('20'), day('21', true), day('22')]}
      selected="20"
      onSelect={(id) => void chosen.push(id)}
      earlier={{ label: 'Earlier days', onPress: () => {}, disabled: true }}
      later={{ label: 'Later days', onPress: () => turns++ }}
    />,
  )
  expect(screen.getByLabelText('Day').props['role']).toBe('radiogroup')
  expect(screen.getByText('March 2026')).toBeTruthy()
  expect(screen.getByRole('radio', { name: '20 March', checked: true })).toBeTruthy()
  await userEvent.press(screen.getByRole('radio', { name: '21 March', disabled: true }))
  await userEvent.press(screen.getByRole('radio', { name: '22 March' }))
  await userEvent.press(screen.getByRole('button', { name: 'Later days' }))
  expect(chosen).toEqual(['22'])
  expect(turns).toBe(1)
})

test('a time is chosen, a taken one never', async () => {
  const chosen: string[] = []
  const slot = (time: string, taken = false) => ({ id: time, time, label: `Friday, ${time}`, taken })
  const groups = [
    { label: 'Morning', slots: [slot('09:00', true), slot('09:30')] },
    { label: 'Evening', slots: [{ ...slot('18:00'), note: '3 seats left' }] },
  ]
  await render(<SlotPicker label="Time" groups={groups} selected="18:00" onSelect={(id) => void chosen.push(id)} />)
  expect(screen.getByLabelText('Time').props['role']).toBe('radiogroup')
  expect(screen.getByLabelText('Evening').props['role']).toBe('group')
  expect(screen.getByRole('radio', { name: 'Friday, 18:00', checked: true })).toBeTruthy()
  expect(screen.getByText('3 seats left')).toBeTruthy()
  await userEvent.press(screen.getByRole('radio', { name: 'Friday, 09:00', disabled: true }))
  await userEvent.press(screen.getByRole('radio', { name: 'Friday, 09:30' }))
  expect(chosen).toEqual(['09:30'])
})

test('any choices can be offered in a line of their own', async () => {
  const chosen: string[] = []
  await render(
    <Choices horizontal label="Seats" selected="1" initialFocus="1">
      <Choice id="1" label="One" chosen onChoose={(id) => void chosen.push(id)}>
        <Text>1</Text>
      </Choice>
      <Choice id="2" label="Two" chosen={false} onChoose={(id) => void chosen.push(id)}>
        <Text>2</Text>
      </Choice>
    </Choices>,
  )
  await userEvent.press(screen.getByRole('radio', { name: 'Two', checked: false }))
  expect(chosen).toEqual(['2'])
})

test('the time that is left is shown every second, read out now and then, and its end is reported once', async () => {
  let left = 62_000
  let ends = 0
  const pass = (seconds: number) =>
    act(async () => {
      for (let second = 0; second < seconds; second++) {
        left -= 1000
        jest.advanceTimersByTime(1000)
      }
    })
  await render(
    <Countdown
      label="Held for you"
      millisecondsLeft={() => left}
      announce={(seconds) => `${seconds} seconds left`}
      onEnd={() => ends++}
    />,
  )
  const shown = (text: string) => screen.getByText(text, { includeHiddenElements: true })
  expect(shown('1:02')).toBeTruthy()
  expect(shown('62 seconds left')).toBeTruthy()
  await pass(1)
  expect(shown('1:01')).toBeTruthy()
  expect(shown('62 seconds left')).toBeTruthy()
  await pass(1)
  expect(shown('60 seconds left')).toBeTruthy()
  await pass(75)
  expect(shown('0:00')).toBeTruthy()
  expect(ends).toBe(1)
})
