import { afterEach, expect, jest, test } from '@jest/globals'
import { render, screen, userEvent } from '@testing-library/react-native'
import type { ReactElement } from 'react'
import { AccessibilityInfo, StyleSheet, type ViewStyle } from 'react-native'
import { Button } from '../src/button'
import { Countdown } from '../src/countdown'
import { ErrorState } from '../src/empty-state'
import { TextField } from '../src/fields/text-field'
import { SelectField } from '../src/fields/select-field'
import { Icon } from '../src/icon/icon'
import { Status } from '../src/live'
import { Notice } from '../src/notice'
import { Progress } from '../src/progress'
import { Steps } from '../src/steps'
import { ToastProvider, useToast } from '../src/toast'
import { VisuallyHidden } from '../src/visually-hidden'

const announce = jest.spyOn(AccessibilityInfo, 'announceForAccessibilityWithOptions')
const announced = () => announce.mock.calls.map(([text]) => text)

afterEach(() => void announce.mockClear())

function Toaster() {
  const showToast = useToast()
  return <Button label="Cancel it" onPress={() => showToast({ text: 'It could not be cancelled', tone: 'danger' })} />
}

const regions: [string, ReactElement, string[]][] = [
  ['an error', <ErrorState key="e" title="No times" text="Try again" />, ['No times Try again']],
  [
    'a refusal',
    <Notice key="r" tone="danger" title="Declined" text="Use another card" />,
    ['Declined. Use another card'],
  ],
  ['a success', <Notice key="s" tone="success" title="Paid out" />, ['Paid out']],
  ['no hint', <Notice key="h" tone="info" title="You are booking as Ana" />, []],
  ['the error of a field', <TextField key="f" label="Name" error="Enter your name" />, ['Enter your name']],
  [
    'what has changed',
    <Status key="l" text="Two found">
      {null}
    </Status>,
    ['Two found'],
  ],
  ['what is going on', <Progress key="p" label="Confirming your payment" />, ['Confirming your payment']],
  [
    'the time that is left',
    <Countdown
      key="c"
      millisecondsLeft={() => 60_000}
      label="Held"
      announce={() => '1 minute left'}
      onEnd={() => {}}
    />,
    ['1 minute left'],
  ],
]

test.each(regions)('on an iPhone, which knows no live regions, %s is announced', async (_, part, texts) => {
  await render(part)
  expect(announced()).toEqual(texts)
})

test('a toast is announced once, also where a sheet opens over it', async () => {
  await render(
    <ToastProvider>
      <Toaster />
    </ToastProvider>,
  )
  await userEvent.press(screen.getByRole('button', { name: 'Cancel it' }))
  expect(announced()).toEqual(['It could not be cancelled'])
})

test('on Android errors and results are live regions', async () => {
  await render(
    <>
      <ErrorState title="No times" text="Try again" />
      <Notice tone="success" title="Paid out" />
    </>,
  )
  const tree = JSON.stringify(screen.toJSON())
  for (const live of ['"aria-live":"assertive"', '"aria-live":"polite"']) expect(tree).toContain(live)
})

test('a picture with a name is one element, which a screen reader reaches', async () => {
  await render(
    <>
      <Icon label="New message" name="message-circle" />
      <Steps label="Step 1 of 2, Time" steps={['Time', 'Pay']} current={0} />
      <Progress label="Photos" done={0.5} />
    </>,
  )
  expect(screen.getByRole('img', { name: 'New message' })).toBeTruthy()
  expect(screen.getByRole('img', { name: 'Step 1 of 2, Time' })).toBeTruthy()
  expect(screen.getByRole('progressbar', { name: 'Photos' })).toBeTruthy()
})

test('what is only read has an opacity, without which VoiceOver skips it', async () => {
  await render(<VisuallyHidden>12 places</VisuallyHidden>)
  expect(StyleSheet.flatten(screen.root?.props['style'] as ViewStyle).opacity).toBeUndefined()
})

test('a field in error gives its error as a hint', async () => {
  await render(<TextField label="Name" error="Enter your name" />)
  expect(screen.getByLabelText('Name').props['accessibilityHint']).toBe('Enter your name')
})

test('of the options of a list the chosen one is selected', async () => {
  const options = ['Ana', 'Ben'].map((label) => ({ value: label, label }))
  await render(<SelectField label="Staff" value="Ben" options={options} onChange={() => {}} />)
  await userEvent.press(screen.getByRole('button', { name: 'Staff, Ben' }))
  expect(screen.getByRole('button', { name: 'Ben', selected: true })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Ana', selected: false })).toBeTruthy()
})
