import { afterEach, expect, jest, test } from '@jest/globals'
import { screen, userEvent } from '@testing-library/react-native'
import type { ReactNode } from 'react'
import { StyleSheet } from 'react-native'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { readMe, refresh } from '@buy-locals/contracts/auth/operations'
import TabsLayout from '../src/routes/(tabs)/_layout'
import BusinessTabs from '../src/routes/businesses/[businessId]/(tabs)/_layout'
import { headerBack } from '../src/shell/header-back'
import { headerBack as headerBackInBrowser } from '../src/shell/header-back.web'
import { startOwner } from './owner'
import { startScreen } from './support'

const mockRoute = { moves: [] as string[], canGoBack: false }
jest.mock('expo-router', () => ({
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
