import { expect, test } from '@jest/globals'
import { render, screen, userEvent, waitFor } from '@testing-library/react-native'
import { StyleSheet, type TextStyle, type ViewStyle } from 'react-native'
import { DateStrip } from '../src/date-strip'
import { CheckField } from '../src/fields/check-field'
import { Page } from '../src/layout/layout'
import { Sheet } from '../src/overlay'
import { Steps } from '../src/steps'
import { Text } from '../src/text'
import { TextLink } from '../src/text-link/text-link'
import { Title } from '../src/title'

const styleOf = (element: { props: Record<string, unknown> }) => StyleSheet.flatten(element.props['style'] as TextStyle)

test('a text or a title beside something else wraps, in place of pushing it off the screen', async () => {
  await render(
    <>
      <Text>A service with a long name</Text>
      <Title level={1}>A long title</Title>
    </>,
  )
  for (const text of ['A service with a long name', 'A long title'])
    expect(styleOf(screen.getByText(text)).flexShrink).toBe(1)
})

test('with large letters a day grows wider, and neither it nor a step is cut', async () => {
  const day = { id: '20', weekday: 'Fri', day: '20', note: '12 times', label: 'Friday, March 20, 12 times' }
  await render(
    <>
      <DateStrip label="Days" days={[day]} selected="20" onSelect={() => {}} />
      <Steps label="Step 1 of 1, Time" steps={['Choose a time']} current={0} />
    </>,
  )
  expect(styleOf(screen.getByRole('radio'))).toMatchObject({ minWidth: 68 })
  expect(styleOf(screen.getByRole('radio')).width).toBeUndefined()
  for (const text of ['12 times', 'Choose a time'])
    expect(screen.getByText(text, { includeHiddenElements: true }).props['numberOfLines']).toBeUndefined()
})

test('fields of a page stay above the keyboard, and its button takes one touch while that is open', async () => {
  await render(
    <Page>
      <Text>Sign in</Text>
    </Page>,
  )
  const tree = JSON.stringify(screen.toJSON())
  expect(tree).toContain('"automaticallyAdjustKeyboardInsets":true')
  expect(tree).toContain('"keyboardShouldPersistTaps":"handled"')
  expect(tree).toContain('"maxWidth":720')
})

test('a switch is turned by its label too, and a link is as high as a finger', async () => {
  const changes: boolean[] = []
  await render(
    <>
      <CheckField label="Text message" value={false} onChange={(isOn) => void changes.push(isOn)} />
      <TextLink label="Forgot password?" href="/forgot" />
    </>,
  )
  await userEvent.press(screen.getByText('Text message'))
  expect(changes).toEqual([true])
  expect(screen.getAllByRole('switch')).toHaveLength(1)
  expect(StyleSheet.flatten(screen.getByRole('link').props['style'] as ViewStyle).minHeight).toBe(44)
})

test('a sheet turns with the phone, and its fields stay above the keyboard', async () => {
  await render(
    <Sheet open title="Filters" onClose={() => {}}>
      <Text>Open now</Text>
    </Sheet>,
  )
  await waitFor(() => {
    const tree = JSON.stringify(screen.toJSON())
    expect(tree).toContain('"supportedOrientations":["portrait","landscape"]')
    expect(tree).toContain('"keyboardShouldPersistTaps":"handled"')
  })
})
