import { afterEach, expect, jest, test } from '@jest/globals'
import { fireEvent, screen, userEvent, waitFor } from '@testing-library/react-native'
import { Appearance } from 'react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { forgetAll, keep, readKept } from '@buy-locals/client/stored-text'
import * as auth from '@buy-locals/contracts/auth/operations'
import { listMyBookings } from '@buy-locals/contracts/booking/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import * as notification from '@buy-locals/contracts/notification/operations'
import { aBooking, aBusiness, aPerson } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { AppearanceScreen } from '../src/account/appearance-screen'
import { DeleteScreen } from '../src/account/delete-screen'
import { EmailScreen } from '../src/account/email-screen'
import { ExportScreen } from '../src/account/export-screen'
import { LanguageScreen } from '../src/account/language-screen'
import { NameScreen } from '../src/account/name-screen'
import { PasswordScreen } from '../src/account/password-screen'
import { PreferencesScreen } from '../src/account/preferences-screen'
import { SessionsScreen } from '../src/account/sessions-screen'
import { addManageLink, forgetManageLinks, listManaged } from '../src/bookings/manage-links'
import { deviceLocale } from '../src/messages/device-locale'
import { LocaleProvider } from '../src/messages/locale-provider'
import { callApi } from '../src/server/call-api'
import { AccountScreen } from '../src/session/account-screen'
import { ConfirmIdentity } from '../src/session/confirm-identity'
import { sessionStore } from '../src/session/session-store'
import { startScreen } from './support'

afterEach(async () => {
  forgetAll()
  await Promise.all([sessionStore.clear(), forgetManageLinks()])
  jest.restoreAllMocks()
})

const nothing = undefined as never

async function startAccount(changes: Parameters<typeof aPerson>[0] = {}) {
  const app = await startScreen()
  const me = aPerson(changes)
  const left: string[] = []
  app.respond(auth.readMe, me)
  app.respond(notification.readMailAddress, { status: 'active' })
  return Object.assign(app, { me, left, leave: () => void left.push('left') })
}

const write = async (label: string, text: string) => userEvent.type(await screen.findByLabelText(label), text)
const press = async (name: string) => userEvent.press(await screen.findByRole('button', { name }))

test('the account leads to each of its parts', async () => {
  const app = await startAccount()
  await app.show(<AccountScreen />)
  for (const name of [/^Name/, /^Email/, /^Password/, /^Notification/, /^Where you/, /^Download/, /^Delete/])
    await userEvent.press(await screen.findByRole('link', { name }))
  expect(app.followed).toEqual([
    ...['/account/name', '/account/email', '/account/password', '/notifications/settings'],
    ...['/account/sessions', '/account/export', '/account/delete'],
  ])
  app.end()
})

test('a guest sets language and appearance, and is led to signing in from what is of an account', async () => {
  const app = await startAccount()
  app.respond(auth.readMe, refuse('unauthenticated'))
  app.respond(auth.refresh, refuse('auth/session-ended'))
  const { unmount } = await app.show(<AccountScreen />)
  await userEvent.press(await screen.findByRole('link', { name: /^Language/ }))
  await userEvent.press(screen.getByRole('link', { name: /^Appearance/ }))
  expect(app.followed).toEqual(['/account/language', '/account/appearance'])
  await unmount()
  await app.show(<SessionsScreen />)
  await userEvent.press(await screen.findByRole('link', { name: 'Sign in' }))
  expect(app.followed.at(-1)).toBe('/sign-in')
  app.end()
})

test('a name is changed, and never to nothing', async () => {
  const app = await startAccount()
  app.respond(auth.changeMe, { ...app.me, name: 'Ana M' })
  await app.show(<NameScreen onDone={app.leave} />)
  const field = await screen.findByLabelText('Name')
  await userEvent.clear(field)
  await press('Save name')
  expect(screen.getByText('Enter your name')).toBeTruthy()
  await userEvent.type(field, ' Ana M ')
  await press('Save name')
  await waitFor(() => expect(app.left).toEqual(['left']))
  expect(app.received(auth.changeMe).map(({ body }) => body)).toEqual([{ name: 'Ana M' }])
  app.end()
})

test('an address that is not verified says so with a new link, and one that mails do not reach is tried again', async () => {
  const app = await startAccount({ emailVerified: false })
  app.respond(notification.readMailAddress, { status: 'bounced' }, { status: 'active' })
  app.respond(notification.resumeMail, { status: 'active' })
  app.respond(auth.sendVerification, nothing)
  await app.show(<EmailScreen />)
  await press('Send a new link')
  expect(await screen.findByText('We’ve sent a new link to ana@example.com.')).toBeTruthy()
  await press('Try this address again')
  await waitFor(() => expect(screen.queryByText('Email doesn’t reach ana@example.com')).toBeNull())
  app.end()
})

test('another address is confirmed from there; a wrong password is said at its field', async () => {
  const app = await startAccount()
  app.respond(auth.changeEmail, refuse('auth/wrong-credentials'), nothing)
  await app.show(<EmailScreen />)
  await press('Send confirmation link')
  for (const text of ['Enter your email address', 'Enter your password']) expect(screen.getByText(text)).toBeTruthy()
  await write('New email address', 'ana@example.org')
  await write('Your password', 'a wrong one')
  await press('Send confirmation link')
  expect(await screen.findByText(/^Password is incorrect/)).toBeTruthy()
  await press('Send confirmation link')
  expect(await screen.findByText(/^Check ana@example.org: follow the link/)).toBeTruthy()
  app.end()
})

test('a new password needs its length and the old one; a second factor is shown first, and then it goes on', async () => {
  const app = await startAccount()
  app.respond(auth.changePassword, refuse('auth/confirmation-needed'), nothing)
  app.respond(auth.confirmIdentity, { session: { accessToken: 'access 2', expiresAt: '2040-11-24T17:15:00Z' } })
  await app.show(
    <>
      <PasswordScreen onDone={app.leave} />
      <ConfirmIdentity />
    </>,
  )
  await write('New password', 'short')
  await press('Save password')
  for (const text of ['Enter your password', 'Use at least 10 characters']) expect(screen.getByText(text)).toBeTruthy()
  await write('Current password', 'the old one')
  await write('New password', ' and longer')
  await press('Save password')
  await write('Code from your phone', '123456')
  await press('Continue')
  await waitFor(() => expect(app.left).toEqual(['left']))
  expect(app.received(auth.changePassword)).toHaveLength(2)
  expect(app.received(auth.confirmIdentity)[0]?.body).toEqual({ code: '123456' })
  expect(sessionStore.headers()['authorization']).toBe('Bearer access 2')
  app.end()
})

test('another language is shown at once, stays on the phone and is that of the mails', async () => {
  const app = await startAccount()
  app.respond(auth.changeMe, { ...app.me, locale: 'es-US' })
  await app.show(
    <LocaleProvider>
      <LanguageScreen />
    </LocaleProvider>,
  )
  await userEvent.press(await screen.findByRole('radio', { name: 'Español (EE. UU.)' }))
  expect(await screen.findByText('Idioma')).toBeTruthy()
  await waitFor(() => expect(app.received(auth.changeMe)[0]?.body).toEqual({ locale: 'es-US' }))
  expect(deviceLocale()).toBe('es-US')
  app.end()
})

test('light or dark is chosen for this phone', async () => {
  const app = await startAccount()
  const shown = jest.spyOn(Appearance, 'setColorScheme').mockImplementation(() => {})
  await app.show(<AppearanceScreen />)
  expect(screen.getByRole('radio', { name: 'Same as the phone', checked: true })).toBeTruthy()
  await userEvent.press(screen.getByRole('radio', { name: 'Dark' }))
  await userEvent.press(screen.getByRole('radio', { name: 'Same as the phone' }))
  expect(shown.mock.calls).toEqual([['dark'], ['unspecified']])
  app.end()
})

test('what somebody is notified of is chosen by kind and channel', async () => {
  const app = await startAccount()
  const mail = { kind: 'reminder' as const, channel: 'mail' as const, enabled: true }
  app.respond(notification.readNotificationPreferences, {
    items: [mail, { kind: 'review-reply', channel: 'in-app', enabled: true }],
  })
  app.respond(notification.readSmsNumber, { isOffered: true })
  app.respond(notification.listDevices, { isOffered: true, isDemonstration: false, items: [] })
  app.respond(notification.changeNotificationPreferences, { items: [{ ...mail, enabled: false }] })
  await app.show(<PreferencesScreen />)
  await fireEvent(await screen.findByRole('switch', { name: 'Email' }), 'valueChange', false)
  expect(screen.getByRole('switch', { name: 'In your inbox' })).toBeTruthy()
  await waitFor(() =>
    expect(app.received(notification.changeNotificationPreferences)[0]?.body.items).toEqual([
      { ...mail, enabled: false },
    ]),
  )
  app.end()
})

const aSession = (isCurrent: boolean) => ({
  id: newId('session'),
  startedAt: '2026-11-20T17:00:00Z',
  lastUsedAt: '2026-11-24T17:00:00Z',
  browser: 'Firefox',
  system: 'Windows',
  openedWith: 'password' as const,
  isCurrent,
})

test('somebody signs out on one other device, or on all of them', async () => {
  const app = await startAccount()
  const [own, there, elsewhere] = [aSession(true), aSession(false), aSession(false)]
  app.respond(auth.listSessions, { items: [own, there, elsewhere] })
  app.respond(auth.endSession, nothing)
  await app.show(<SessionsScreen />)
  const out = await screen.findAllByRole('button', { name: /^Sign out there: Firefox on Windows/ })
  expect(out).toHaveLength(2)
  app.respond(auth.listSessions, { items: [own, elsewhere] })
  await userEvent.press(out[0] as never)
  await waitFor(() => expect(screen.getAllByText('Firefox on Windows')).toHaveLength(2))
  app.respond(auth.listSessions, { items: [own] })
  await press('Sign out everywhere else')
  expect(await screen.findByText('You’re signed out everywhere else.')).toBeTruthy()
  expect(app.received(auth.endSession).map(({ params }) => params.sessionId)).toEqual([there.id, elsewhere.id])
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Sign out everywhere else' })).toBeNull())
  app.end()
})

test('one’s own data are requested, and fetched from the site once they are there', async () => {
  const app = await startAccount()
  const requestedAt = '2026-11-24T17:00:00Z'
  app.respond(auth.readExport, refuse('not-found'))
  app.respond(auth.requestExport, () => {
    app.respond(auth.readExport, { requestedAt })
    return nothing
  })
  const { unmount } = await app.show(<ExportScreen />)
  await press('Request my data')
  expect(await screen.findByText(/^We’re collecting your data/)).toBeTruthy()
  await unmount()
  app.forget()
  app.respond(auth.readExport, { requestedAt, readyAt: requestedAt, expiresAt: '2026-12-01T17:00:00Z' })
  await app.show(<ExportScreen />)
  await userEvent.press(await screen.findByRole('link', { name: 'Download it on our site' }))
  expect(app.followed).toEqual(['http://127.0.0.1:4000/account'])
  app.end()
})

async function startDeleting() {
  const app = await startAccount()
  const made = aBooking(aBusiness().id, { start: '2040-03-06T17:00:00Z' })
  app.respond(listMyBookings, { items: [made] })
  app.respond(readConfig, {
    realtime: { http: 'http://127.0.0.1/event', ws: 'ws://127.0.0.1/event' },
    payments: { mode: 'simulator' },
    map: { style: '/map.json', hasStreets: false },
    places: { haveAddresses: false },
    minimumAppVersion: '0.1.0',
    demonstration: true,
  })
  await sessionStore.save({ accessToken: 'access', refreshToken: 'r'.repeat(40), expiresAt: '2040-11-24T17:15:00Z' })
  await addManageLink(callApi, made.id, 'a-token-that-only-the-guest-has')
  keep('message bkg_1', 'Is there parking?')
  keep('locale', 'en-US')
  return Object.assign(app, { made })
}

/** What somebody who finds the phone would read. */
const isForgotten = () => [listManaged(), readKept('message bkg_1'), sessionStore.headers()['authorization']]

test('whoever deletes their account reads what it means, and then nothing of them is on the phone', async () => {
  const app = await startDeleting()
  app.respond(auth.eraseMe, refuse('auth/wrong-credentials'), nothing)
  await app.show(<DeleteScreen />)
  expect(await screen.findByText(/^You have an upcoming booking. Deleting your account cancels it/)).toBeTruthy()
  expect(screen.getByText('This can’t be undone.')).toBeTruthy()
  await press('Delete my account')
  expect(screen.getByText('Enter your password')).toBeTruthy()
  expect(app.received(auth.eraseMe)).toEqual([])
  await write('Your password', 'the right one')
  await press('Delete my account')
  expect(await screen.findByText(/^Password is incorrect/)).toBeTruthy()
  expect(listManaged()).toEqual([app.made.id])
  await fireEvent(screen.getByRole('switch', { name: 'Keep my reviews with my first name' }), 'valueChange', true)
  await press('Delete my account')
  expect(await screen.findByText('Account deleted')).toBeTruthy()
  expect(app.received(auth.eraseMe).at(-1)?.body).toEqual({ password: 'the right one', keepReviews: true })
  await waitFor(() => expect(isForgotten()).toEqual([[], undefined, undefined]))
  expect(readKept('locale')).toBe('en-US')
  app.end()
})

test('whoever is the only owner of a business reads of which, and keeps the account', async () => {
  const app = await startDeleting()
  app.respond(auth.eraseMe, refuse('auth/last-owner', { businesses: [{ id: 'biz_1', name: 'Fenwick' }] }))
  await app.show(<DeleteScreen />)
  await write('Your password', 'the right one')
  await press('Delete my account')
  expect(await screen.findByText(/^You’re the only owner of Fenwick/)).toBeTruthy()
  expect(listManaged()).toEqual([app.made.id])
  app.end()
})

test('whoever signs out leaves nothing on the phone but how it shows things; offline they are still signed in', async () => {
  const app = await startDeleting()
  app.respond(auth.logout, unreachable, nothing)
  await app.show(<AccountScreen />)
  await press('Sign out')
  expect(await screen.findByText(/^You’re offline/)).toBeTruthy()
  expect(isForgotten()).toEqual([[app.made.id], 'Is there parking?', 'Bearer access'])
  await press('Sign out')
  await waitFor(() => expect(isForgotten()).toEqual([[], undefined, undefined]))
  expect(readKept('locale')).toBe('en-US')
  app.end()
})
