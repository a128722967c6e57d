import { afterEach, expect, jest, test } from '@jest/globals'
import { screen, userEvent, waitFor } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { bringStorage } from '@buy-locals/client/device-storage'
import { forgetAll, keep, readKept } from '@buy-locals/client/stored-text'
import { logout, readMe, refresh } from '@buy-locals/contracts/auth/operations'
import { listMyBookings } from '@buy-locals/contracts/booking/operations'
import { readMailAddress } from '@buy-locals/contracts/notification/operations'
import { aBooking, aBusiness, aPerson } from '@buy-locals/features/testing/examples'
import { BookingsScreen } from '../src/bookings/bookings-screen'
import { keepForOffline } from '../src/server/keep-for-offline'
import { AccountScreen } from '../src/session/account-screen'
import { sessionStore } from '../src/session/session-store'
import { startScreen } from './support'

const { id } = aBusiness()
const nothingStored = { getItemSync: () => null, setItemSync: () => {}, clearSync: () => {} }

afterEach(() => {
  jest.restoreAllMocks()
  forgetAll()
  bringStorage(nothingStored)
})

/** What is on the phone stays there over a restart of the app. */
function bringPhone() {
  const stored = new Map<string, string>()
  bringStorage({
    getItemSync: (key) => stored.get(key) ?? null,
    setItemSync: (key, value) => void stored.set(key, value),
    clearSync: () => stored.clear(),
  })
  return stored
}

/** Somebody who has read their bookings, in an app that is started anew. */
async function startAgain() {
  const app = await startScreen()
  keepForOffline(app.queryClient())
  app.respond(readMe, aPerson())
  app.respond(listMyBookings, { items: [aBooking(id, { serviceName: 'Haircut', start: '2040-03-06T17:00:00Z' })] })
  const { unmount } = await app.show(<BookingsScreen />)
  await screen.findByRole('link', { name: /Haircut/ })
  await unmount()
  app.forget()
  app.restart()
  keepForOffline(app.queryClient())
  return app
}

test('my bookings are readable offline after a restart, with their age', async () => {
  bringPhone()
  const app = await startAgain()
  for (const operation of [readMe, listMyBookings]) app.respond(operation, unreachable)
  await app.show(<BookingsScreen />)
  expect(await screen.findByRole('link', { name: /Haircut/ })).toBeTruthy()
  expect(await screen.findByText(/^As of /)).toBeTruthy()
  expect(screen.getByText('You’re offline. You can read this; to change something, connect first.')).toBeTruthy()
  app.end()
})

test('of a session that has ended nothing is shown or stored any more', async () => {
  const stored = bringPhone()
  const app = await startAgain()
  app.respond(readMe, refuse('unauthenticated'))
  app.respond(listMyBookings, refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  await app.show(<BookingsScreen />)
  expect(await screen.findByRole('link', { name: 'Sign in' })).toBeTruthy()
  expect(screen.queryByText(/Haircut/)).toBeNull()
  expect([...stored.values()].join()).not.toContain('Haircut')
  app.end()
})

test('what arrives late brings nothing back of whoever has signed out', async () => {
  const stored = bringPhone()
  const app = await startScreen()
  keepForOffline(app.queryClient())
  const late = Promise.withResolvers<void>()
  const bookings = { items: [aBooking(id, { serviceName: 'Haircut', start: '2040-03-06T17:00:00Z' })] }
  app.respond(readMe, aPerson())
  app.respond(readMailAddress, { status: 'active' })
  app.respond(logout, undefined as never)
  app.respond(listMyBookings, () => late.promise.then(() => bookings))
  await app.show(
    <>
      <AccountScreen />
      <BookingsScreen />
    </>,
  )
  const { clear } = sessionStore
  jest.spyOn(sessionStore, 'clear').mockImplementation(async () => {
    for (const operation of [readMe, listMyBookings]) app.respond(operation, unreachable)
    late.resolve()
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve()
    await clear()
  })
  await userEvent.press(await screen.findByRole('button', { name: 'Sign out' }))
  await waitFor(() => expect(app.queryClient().getQueryData([readMe.id, {}])).toBeUndefined())
  expect([...stored.values()].join()).not.toContain('Haircut')
  expect(screen.queryByText(/Haircut/)).toBeNull()
  app.end()
})

test('a phone whose storage is damaged starts, and remembers until it is closed', async () => {
  const broken = () => {
    throw new Error('database disk image is malformed')
  }
  bringStorage({ getItemSync: broken, setItemSync: broken, clearSync: broken })
  expect(readKept('language')).toBeUndefined()
  keep('language', 'es')
  expect(readKept('language')).toBe('es')
  const app = await startAgain()
  forgetAll()
  expect(readKept('language')).toBeUndefined()
  app.end()
})
