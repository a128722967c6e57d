import { afterEach, expect, jest, test } from '@jest/globals'
import { act, screen, userEvent, waitFor } from '@testing-library/react-native'
import * as notifications from 'expo-notifications'
import { AppState, Linking } from 'react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { forgetAll } from '@buy-locals/client/stored-text'
import { readMe, refresh } from '@buy-locals/contracts/auth/operations'
import { registerDevice } from '@buy-locals/contracts/notification/operations'
import { aPerson } from '@buy-locals/features/testing/examples'
import { FollowPushes } from '../src/push/follow-pushes'
import { PushPrompt } from '../src/push/push-prompt'
import { sessionStore } from '../src/session/session-store'
import { startScreen } from './support'

const mockMoves: unknown[] = []
jest.mock('expo-router', () => ({ router: { push: (href: unknown) => mockMoves.push(href) } }))

const system = jest.mocked(notifications)
const token = 'a1'.repeat(32)
const device = { id: 'dev_01h00000000000000000000000', platform: 'ios-sandbox', registeredAt: '2026-12-01T10:00:00Z', seenAt: '2026-12-01T10:00:00Z' } as const // prettier-ignore

const allow = (status: 'granted' | 'denied' | 'undetermined') =>
  ({ granted: status === 'granted', status, expires: 'never' }) as never

afterEach(() => {
  mockMoves.length = 0
  forgetAll()
  jest.clearAllMocks()
  system.getPermissionsAsync.mockResolvedValue(allow('undetermined'))
  system.requestPermissionsAsync.mockResolvedValue(allow('granted'))
  system.getLastNotificationResponse.mockReturnValue(null)
})

async function startSignedIn() {
  const app = await startScreen()
  app.respond(readMe, aPerson())
  app.respond(registerDevice, device)
  return app
}

test('after a booking it is said what notifications are for before the system asks, and then this phone gets them', async () => {
  const app = await startSignedIn()
  await app.show(<PushPrompt place="Rosa’s" />)
  expect(await screen.findByText(/reminder before your visit.*if Rosa’s changes it/)).toBeTruthy()
  expect(system.requestPermissionsAsync).not.toHaveBeenCalled()
  await userEvent.press(screen.getByRole('button', { name: 'Turn on notifications' }))
  expect(await screen.findByText('Notifications are on.')).toBeTruthy()
  expect(app.received(registerDevice)).toMatchObject([{ body: { platform: 'ios-sandbox', token } }])
  app.end()
})

test('whoever does not want them now is not asked after the next booking', async () => {
  const app = await startSignedIn()
  const { unmount } = await app.show(<PushPrompt place="Rosa’s" />)
  await userEvent.press(await screen.findByRole('button', { name: 'Not now' }))
  expect(screen.queryByText('Know when something changes')).toBeNull()
  await unmount()
  await app.show(<PushPrompt place="Rosa’s" />)
  await act(async () => {})
  expect(screen.queryByText('Know when something changes')).toBeNull()
  expect(system.requestPermissionsAsync).not.toHaveBeenCalled()
  app.end()
})

test('whoever refuses the system’s question is told where they can change it', async () => {
  const app = await startSignedIn()
  system.requestPermissionsAsync.mockResolvedValue(allow('denied'))
  const opened = jest.spyOn(Linking, 'openSettings').mockResolvedValue(undefined)
  await app.show(<PushPrompt place="Rosa’s" />)
  await userEvent.press(await screen.findByRole('button', { name: 'Turn on notifications' }))
  expect(await screen.findByText('Notifications are off on this phone')).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Open settings' }))
  expect(opened).toHaveBeenCalled()
  expect(app.received(registerDevice)).toEqual([])
  app.end()
})

test('where this server sends none, nobody is told that they are on', async () => {
  const app = await startSignedIn()
  app.respond(registerDevice, refuse('notification/push-off'))
  await app.show(<PushPrompt place="Rosa’s" />)
  await userEvent.press(await screen.findByRole('button', { name: 'Turn on notifications' }))
  expect(await screen.findByText('This server doesn’t send notifications to phones.')).toBeTruthy()
  expect(screen.queryByText('Notifications are on.')).toBeNull()
  app.end()
})

test('whatever fails while they are turned on is said, and can be tried again', async () => {
  const app = await startSignedIn()
  app.respond(registerDevice, unreachable, device)
  await app.show(<PushPrompt place="Rosa’s" />)
  system.requestPermissionsAsync.mockRejectedValueOnce(new Error('The system is busy'))
  await userEvent.press(await screen.findByRole('button', { name: 'Turn on notifications' }))
  expect(await screen.findByText('Notifications are not on yet')).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(/^You’re offline/)).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Notifications are on.')).toBeTruthy()
  app.end()
})

test('whoever comes back from the settings having allowed them gets them', async () => {
  const app = await startSignedIn()
  const comesToFront = jest.spyOn(AppState, 'addEventListener')
  system.requestPermissionsAsync.mockResolvedValue(allow('denied'))
  await app.show(<PushPrompt place="Rosa’s" />)
  await userEvent.press(await screen.findByRole('button', { name: 'Turn on notifications' }))
  await screen.findByText('Notifications are off on this phone')
  system.getPermissionsAsync.mockResolvedValue(allow('granted'))
  for (const state of ['background', 'active'] as const)
    await act(async () => comesToFront.mock.calls.forEach(([, listener]) => listener(state)))
  expect(await screen.findByText('Notifications are on.')).toBeTruthy()
  app.end()
})

test('where the system says nothing about them, nothing is offered or broken', async () => {
  system.getPermissionsAsync.mockRejectedValue(new Error('No such module'))
  const app = await startSignedIn()
  await app.show(
    <>
      <PushPrompt place="Rosa’s" />
      <FollowPushes />
    </>,
  )
  await act(async () => {})
  expect(screen.queryByText('Know when something changes')).toBeNull()
  expect(app.received(registerDevice)).toEqual([])
  app.end()
})

test('a guest and whoever has chosen already are offered nothing', async () => {
  const guest = await startScreen()
  guest.respond(readMe, refuse('unauthenticated'))
  guest.respond(refresh, refuse('auth/session-ended'))
  const { unmount } = await guest.show(<PushPrompt place="Rosa’s" />)
  await act(async () => {})
  expect(screen.queryByText('Know when something changes')).toBeNull()
  await unmount()
  guest.end()
  const app = await startSignedIn()
  system.getPermissionsAsync.mockResolvedValue(allow('denied'))
  await app.show(<PushPrompt place="Rosa’s" />)
  await act(async () => {})
  expect(screen.queryByText('Know when something changes')).toBeNull()
  app.end()
})

test('at each start the phone of whoever allows it is registered anew, also where this server sends none', async () => {
  system.getPermissionsAsync.mockResolvedValue(allow('granted'))
  const app = await startSignedIn()
  app.respond(registerDevice, refuse('notification/push-off'))
  await app.show(<FollowPushes />)
  await waitFor(() => expect(app.received(registerDevice)).toHaveLength(1))
  app.end()
})

const pushed = (trigger: object | null, data: object) =>
  ({ notification: { request: { trigger, content: { data } } } }) as never

test('a push that has started the app opens its screen, and no later start does so again', async () => {
  const app = await startSignedIn()
  const link = 'https://town.example/bookings/bkg_01h00000000000000000000000'
  system.getLastNotificationResponse.mockReturnValue(pushed({ type: 'push', payload: { link } }, {}))
  await app.show(<FollowPushes />)
  await waitFor(() => expect(mockMoves).toEqual(['/bookings/bkg_01h00000000000000000000000']))
  expect(system.clearLastNotificationResponse).toHaveBeenCalledTimes(1)
  app.end()
})

test('one about a booking of somebody’s business opens in the app too, when it has started the app and while it runs', async () => {
  const app = await startSignedIn()
  const link = 'https://town.example/dashboard/bookings/bkg_01h00000000000000000000000'
  system.getLastNotificationResponse.mockReturnValue(
    pushed({ type: 'push', payload: { link, kind: 'message-from-customer' } }, {}),
  )
  await app.show(<FollowPushes />)
  const path = '/dashboard/bookings/bkg_01h00000000000000000000000'
  await waitFor(() => expect(mockMoves).toEqual([`${path}?screen=messages`]))
  const listener = system.addNotificationResponseReceivedListener.mock.calls[0]?.[0]
  await act(async () => listener?.(pushed(null, { link, kind: 'booking-new' })))
  expect(mockMoves.at(-1)).toBe(path)
  app.end()
})

test('one that is opened while the app runs does so too; what the app has no screen for opens in the browser', async () => {
  const app = await startSignedIn()
  const opened = jest.spyOn(Linking, 'openURL').mockResolvedValue(undefined)
  await app.show(<FollowPushes />)
  const listener = system.addNotificationResponseReceivedListener.mock.calls[0]?.[0]
  await act(async () =>
    listener?.(pushed(null, { link: 'https://town.example/bookings/bkg_01h00000000000000000000000' })),
  )
  expect(mockMoves).toEqual(['/bookings/bkg_01h00000000000000000000000'])
  await act(async () => listener?.(pushed(null, { link: 'https://town.example/dashboard/reviews' })))
  expect(opened).toHaveBeenCalledWith(expect.stringMatching(/\/dashboard\/reviews$/))
  await act(async () => listener?.(pushed(null, {})))
  expect(mockMoves).toHaveLength(1)
  app.end()
})

test('whoever signs out gets no more pushes here', async () => {
  await sessionStore.clear()
  expect(system.unregisterForNotificationsAsync).toHaveBeenCalledTimes(1)
})
