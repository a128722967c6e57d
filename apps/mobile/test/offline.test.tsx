import { afterEach, expect, test } from '@jest/globals'
import { screen } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { bringStorage } from '@buy-locals/client/device-storage'
import { forgetAll, keep, readKept } from '@buy-locals/client/stored-text'
import { readMe, refresh } from '@buy-locals/contracts/auth/operations'
import { listMyBookings } from '@buy-locals/contracts/booking/operations'
import { aBooking, aBusiness, aPerson } from '@buy-locals/features/testing/examples'
import { BookingsScreen } from '../src/bookings/bookings-screen'
import { keepForOffline } from '../src/server/keep-for-offline'
import { startScreen } from './support'

const { id } = aBusiness()
const nothingStored = { getItemSync: () => null, setItemSync: () => {}, clearSync: () => {} }

afterEach(() => {
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
