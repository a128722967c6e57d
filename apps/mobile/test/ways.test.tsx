import { afterEach, expect, jest, test } from '@jest/globals'
import { act, screen, userEvent } from '@testing-library/react-native'
import type { ReactNode, RefObject } from 'react'
import { StyleSheet, Text } from 'react-native'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { readMe, refresh } from '@buy-locals/contracts/auth/operations'
import TabsLayout from '../src/routes/(tabs)/_layout'
import BusinessTabs from '../src/routes/businesses/[businessId]/(tabs)/_layout'
import { headerBack } from '../src/shell/header-back'
import { headerBack as headerBackInBrowser } from '../src/shell/header-back.web'
import { useListPlace } from '../src/shell/use-list-place.web'
import { startOwner } from './owner'
import { startScreen } from './support'

type Focus = () => () => void
const mockRoute = { moves: [] as string[], canGoBack: false, focus: undefined as Focus | undefined }
jest.mock('expo-router', () => ({
  useFocusEffect: (effect: Focus) => void (mockRoute.focus = effect),
  router: {
    back: () => void mockRoute.moves.push('back'),
    canGoBack: () => mockRoute.canGoBack,
    replace: (href: string) => void mockRoute.moves.push(href),
  },
}))
jest.mock('expo-router/tabs', () => {
  const Tabs = ({ tabBar }: { tabBar: (bar: object) => ReactNode }) => tabBar({})
  return { Tabs: Object.assign(Tabs, { Screen: () => null }), BottomTabBar: () => null }
})

afterEach(() => void Object.assign(mockRoute, { moves: [], canGoBack: false }))

test('what a link has opened first leads to where the app begins, by a button as large as a finger', async () => {
  const app = await startScreen()
  for (const [{ headerLeft: Back }, canGoBack, to] of [
    [headerBack(false), false, '/'],
    [headerBackInBrowser(false), false, '/'],
    [headerBackInBrowser(true), true, 'back'],
  ] as const) {
    Object.assign(mockRoute, { moves: [], canGoBack })
    if (!Back) throw new Error('There is no way back')
    const { unmount } = await app.show(<Back />)
    const button = screen.getByRole('button', { name: 'Back' })
    const { width, height } = StyleSheet.flatten(button.props['style'] as object) as { width: number; height: number }
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
    await userEvent.press(button)
    expect(mockRoute.moves).toEqual([to])
    await unmount()
  }
  app.end()
})

type Node = ReturnType<typeof screen.getByRole>

const roleAround = ({ parent }: Node): unknown => parent && (parent.props['role'] ?? roleAround(parent))

test('a phone keeps its own way back, and in a browser ours is in a landmark', async () => {
  expect(headerBack(true)).toEqual({})
  const app = await startScreen()
  const { headerLeft: Back } = headerBackInBrowser(true)
  await app.show(<Back />)
  expect(roleAround(screen.getByRole('button', { name: 'Back' }))).toBe('banner')
  app.end()
})

test('the tabs of both sides are in a landmark with a name', async () => {
  const app = await startScreen()
  app.respond(readMe, refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  const { unmount } = await app.show(<TabsLayout />)
  expect(screen.getByLabelText('Main').props['role']).toBe('navigation')
  await unmount()
  app.end()
  const owner = await startOwner()
  await owner.open(<BusinessTabs />)
  expect((await screen.findByLabelText('Main')).props['role']).toBe('navigation')
  await owner.end()
})

const scrolledTo = (startIndex: number) =>
  ({ current: { computeVisibleIndices: () => ({ startIndex, endIndex: startIndex + 3 }) } }) as RefObject<never>

function Listed({ list }: { list: RefObject<never> }) {
  const { isShown, first } = useListPlace(list)
  return <Text>{isShown ? `from ${first ?? 'the top'}` : 'not laid out'}</Text>
}

test.each([
  [12, 'from 12'],
  [0, 'from the top'],
])(
  'in a browser a list below another screen is not laid out, and comes back with its first row: %s',
  async (row, shown) => {
    const app = await startScreen()
    await app.show(<Listed list={scrolledTo(row)} />)
    let leave: (() => void) | undefined
    await act(async () => void (leave = mockRoute.focus?.()))
    await act(async () => leave?.())
    expect(screen.getByText('not laid out')).toBeTruthy()
    await act(async () => void mockRoute.focus?.())
    expect(screen.getByText(shown)).toBeTruthy()
    app.end()
  },
)
