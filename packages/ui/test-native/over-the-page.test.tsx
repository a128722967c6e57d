import { expect, jest, test } from '@jest/globals'
import { act, render, screen, userEvent, waitFor } from '@testing-library/react-native'
import { AccessibilityInfo } from 'react-native'
import { Button } from '../src/button'
import { PageFocus } from '../src/page-focus/page-focus'
import { Dialog, Sheet } from '../src/overlay'
import { Overlay } from '../src/overlay/overlay'
import { Text } from '../src/text'
import { ToastProvider, useToast, type ToastMessage } from '../src/toast'

for (const [name, Panel] of [
  ['dialog', Dialog],
  ['sheet', Sheet],
] as const) {
  test(`a ${name} shows its title, its content and its actions, and is closed`, async () => {
    let closes = 0
    await render(
      <Panel
        open
        title="Filters"
        actions={<Button label="Show 12 places" onPress={() => {}} />}
        onClose={() => closes++}
      >
        <Text>Everything that narrows the list.</Text>
      </Panel>,
    )
    expect(screen.getByRole('heading', { name: 'Filters' })).toBeTruthy()
    expect(screen.getByText('Everything that narrows the list.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Show 12 places' })).toBeTruthy()
    await userEvent.press(screen.getByRole('button', { name: 'Close' }))
    expect(closes).toBe(1)
  })
}

test('a sheet slides up, unless somebody has told their phone to move little', async () => {
  const isReduced = jest.spyOn(AccessibilityInfo, 'isReduceMotionEnabled')
  for (const [reduced, animation] of [
    [false, 'slide'],
    [true, 'none'],
  ] as const) {
    isReduced.mockResolvedValue(reduced)
    const { unmount } = await render(
      <Sheet open title="Filters" onClose={() => {}}>
        <Text>Everything that narrows the list.</Text>
      </Sheet>,
    )
    await waitFor(() => expect(JSON.stringify(screen.toJSON())).toContain(`"animationType":"${animation}"`))
    await unmount()
  }
})

test('an overlay that is not open shows nothing', async () => {
  await render(
    <Overlay kind="dialog" open={false} title="Cancel this booking?" onClose={() => {}}>
      <Text>You get back $45.00.</Text>
    </Overlay>,
  )
  expect(screen.queryByText('You get back $45.00.')).toBeNull()
})

function Toaster({ message }: { message: ToastMessage }) {
  const showToast = useToast()
  return <Button label="Do it" onPress={() => showToast(message)} />
}

const showToast = async (message: ToastMessage) => {
  await render(
    <ToastProvider>
      <Toaster message={message} />
    </ToastProvider>,
  )
  await userEvent.press(screen.getByRole('button', { name: 'Do it' }))
  expect(screen.getByText(message.text)).toBeTruthy()
}

test('a toast leaves by itself', async () => {
  await showToast({ text: 'Booked for Friday, 09:00', tone: 'success' })
  await act(async () => jest.advanceTimersByTime(7000))
  expect(screen.queryByText('Booked for Friday, 09:00')).toBeNull()
})

test('a failure stays until it is dismissed', async () => {
  await showToast({ text: 'It could not be cancelled.', tone: 'danger' })
  await act(async () => jest.advanceTimersByTime(60_000))
  await userEvent.press(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByText('It could not be cancelled.')).toBeNull()
})

test('what moves the focus to errors in a browser shows nothing on a phone', async () => {
  await render(<PageFocus />)
  expect(screen.toJSON()).toBeNull()
})
