// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import {
  addMember,
  confirmIdentity,
  createRealtimeToken,
  listMembers,
  listProviders,
  login,
  logout,
  readMe,
  readSecondFactor,
  refresh,
  signInWithCode,
} from '@buy-locals/contracts/auth/operations'
import { listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { listMarkets } from '@buy-locals/contracts/business/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { field, fill, press } from '@buy-locals/features/testing/acts'
import { aService } from '@buy-locals/features/testing/examples'
import { heading, startDashboard, text } from './support'

const session = { accessToken: 'new', expiresAt: '2026-11-24T17:15:00Z' }

test('a session that ran out is renewed once for all that found it so, and nobody notices', async () => {
  using dashboard = startDashboard()
  const { business, me } = dashboard
  const ended = refuse('unauthenticated')
  dashboard.respond(listServices, ended, { items: [aService(business.id)] })
  dashboard.respond(listStaff, ended, { items: [] })
  dashboard.respond(refresh, { person: me, session })
  dashboard.open('services')
  await text('Haircut')
  await waitFor(() => expect(dashboard.received(listStaff)).toHaveLength(2))
  expect(dashboard.received(refresh)).toHaveLength(1)
})

test('where a session cannot be renewed, signing in leads back to the page', async () => {
  using dashboard = startDashboard()
  const { business, me } = dashboard
  dashboard.respond(readMe, refuse('unauthenticated'))
  dashboard.respond(refresh, refuse('auth/session-ended'))
  dashboard.respond(login, refuse('auth/wrong-credentials'), { person: me, session })
  dashboard.open('services?show=all')
  await heading('Sign in')
  await text('Sign in to continue.')
  fill('Email address', 'ana@example.com')
  fill('Password', 'wrong horse battery')
  press('Sign in')
  await text('Email or password is incorrect. Try again, or reset your password.')
  expect(field('Email address').value).toBe('ana@example.com')
  dashboard.respond(readMe, me)
  fill('Password', 'correct horse battery')
  press('Sign in')
  await heading('Services')
  expect(dashboard.path()).toBe(`/${business.id}/services?show=all`)
  expect(dashboard.received(login).map(({ body }) => body.password)).toEqual([
    'wrong horse battery',
    'correct horse battery',
  ])
})

test('the page to sign in at has the providers that are set up, however it was reached', async () => {
  using dashboard = startDashboard()
  dashboard.respond(readMe, refuse('unauthenticated'))
  dashboard.respond(refresh, refuse('auth/session-ended'))
  dashboard.respond(listProviders, { items: [{ id: 'google', name: 'Google' }] })
  dashboard.open('/sign-in')
  await screen.findByRole('button', { name: 'Continue with Google' })
})

test('where the account has a second factor, the password is followed by a code from the phone', async () => {
  using dashboard = startDashboard()
  const { me } = dashboard
  const signInToken = 'half of a sign-in, as long as they are'
  dashboard.respond(readMe, refuse('unauthenticated'))
  dashboard.respond(refresh, refuse('auth/session-ended'))
  dashboard.respond(login, refuse('auth/code-needed', { signInToken }))
  dashboard.respond(signInWithCode, refuse('auth/wrong-code'), { person: me, session })
  dashboard.open('services')
  await heading('Sign in')
  fill('Email address', 'ana@example.com')
  fill('Password', 'correct horse battery')
  press('Sign in')
  await text(/^Open your authenticator app/)
  press('Sign in')
  await text('Enter the code')
  fill('Code from your phone', '123 456')
  press('Sign in')
  await text(/^That code is wrong/)
  press('Use a recovery code instead')
  dashboard.respond(readMe, me)
  fill('Recovery code', 'k4t9-x2mv-qd7f-3hpw')
  press('Sign in')
  await heading('Services')
  expect(dashboard.received(signInWithCode).map(({ body }) => body)).toEqual([
    { signInToken, code: '123 456' },
    { signInToken, code: 'k4t9-x2mv-qd7f-3hpw' },
  ])
})

test('what takes a fresh code goes on once it is right, on the same page', async () => {
  using dashboard = startDashboard()
  const member = { email: 'sam@example.com', role: 'staff', status: 'invited' } as const
  dashboard.respond(listMembers, { items: [] })
  dashboard.respond(addMember, refuse('auth/confirmation-needed'), member)
  dashboard.respond(confirmIdentity, refuse('auth/wrong-code'), { session })
  dashboard.open('members')
  await heading('Logins')
  await text('Invite')
  fill('Email address', 'sam@example.com')
  const invite = screen.getByRole('button', { name: 'Invite' })
  act(() => invite.focus())
  fireEvent.click(invite)
  await heading('Confirm it’s you')
  fill('Code from your phone', '111111')
  press('Continue')
  await text(/^That code is wrong/)
  fill('Code from your phone', '222222')
  press('Continue')
  await waitFor(() => expect(dashboard.received(addMember)).toHaveLength(2))
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Confirm it’s you' })).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(invite))
  expect(dashboard.received(confirmIdentity).map(({ body }) => body.code)).toEqual(['111111', '222222'])
})

test('an operator without a second factor, where it is required, is led to turn it on', async () => {
  using dashboard = startDashboard({ role: 'admin' })
  dashboard.respond(readSecondFactor, { isOn: false, isRequired: true })
  dashboard.respond(listMarkets, { items: [] })
  dashboard.open('/operator')
  await text('Turn on two-step verification')
  const link = screen.getByRole('link', { name: 'Turn it on' })
  expect(link.getAttribute('href')).toMatch(/\/account\/two-step\?to=\/dashboard\/operator$/)
})

test('a session that ends while a page is open is continued on that page', async () => {
  using dashboard = startDashboard()
  const { me, business } = dashboard
  dashboard.respond(listServices, refuse('unauthenticated'))
  dashboard.respond(refresh, refuse('auth/session-ended'))
  dashboard.respond(login, { person: me, session })
  dashboard.open('services')
  await heading('Sign in to continue')
  dashboard.respond(listServices, { items: [aService(business.id)] })
  fill('Password', 'correct horse battery')
  press('Sign in and continue')
  await text('Haircut')
  expect(dashboard.path()).toBe(`/${business.id}/services`)
})

test('a session that ends while somebody types loses nothing: after signing in the same is sent', async () => {
  using dashboard = startDashboard()
  const { me } = dashboard
  dashboard.respond(listMembers, { items: [] })
  dashboard.respond(addMember, refuse('unauthenticated'), {
    email: 'ben@example.com',
    role: 'staff',
    status: 'invited',
  })
  dashboard.respond(refresh, refuse('auth/session-ended'))
  dashboard.respond(login, { person: me, session })
  dashboard.open('members')
  await heading('Invite someone')
  fill('Email address', 'ben@example.com')
  const invite = screen.getByRole('button', { name: 'Invite' })
  act(() => invite.focus())
  fireEvent.click(invite)
  await heading('Sign in to continue')
  expect(field('Email address').value).toBe('ben@example.com')
  fill('Password', 'correct horse battery')
  press('Sign in and continue')
  await text('Invitation sent.')
  expect(document.activeElement).toBe(invite)
  expect(dashboard.received(addMember).map(({ body }) => body.email)).toEqual(Array(2).fill('ben@example.com'))
  expect(dashboard.received(login)[0]?.body.email).toBe(me.email)
})

test('whoever does not sign in again keeps the page and what they typed, and is asked at the next submit', async () => {
  using dashboard = startDashboard()
  dashboard.respond(listMembers, { items: [] })
  dashboard.respond(addMember, refuse('unauthenticated'))
  dashboard.respond(refresh, refuse('auth/session-ended'))
  dashboard.open('members')
  await heading('Invite someone')
  fill('Email address', 'ben@example.com')
  press('Invite')
  await heading('Sign in to continue')
  dashboard.respond(readMe, refuse('unauthenticated'))
  press('Close')
  await waitFor(() => expect(screen.queryByText('Sign in to continue')).toBeNull())
  expect(field('Email address').value).toBe('ben@example.com')
  press('Invite')
  await heading('Sign in to continue')
})

test('after signing in nobody is sent to another site', async () => {
  using dashboard = startDashboard()
  dashboard.respond(login, { person: dashboard.me, session })
  dashboard.open('/sign-in?to=//evil.example')
  await heading('Sign in')
  fill('Email address', 'ana@example.com')
  fill('Password', 'correct horse battery')
  dashboard.respond(listServices, refuse('internal'))
  press('Sign in')
  await waitFor(() => expect(dashboard.path()).toBe(`/${dashboard.business.id}/board`))
})

test('whoever signs out is shown nothing of the business any more, and its connection is closed at once', async () => {
  using dashboard = startDashboard()
  const sockets: { isClosed: boolean }[] = []
  vi.stubGlobal('WebSocket', function open(this: { isClosed: boolean; close(): void }) {
    Object.assign(this, { isClosed: false, send: () => {}, close: () => (this.isClosed = true) })
    sockets.push(this)
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  dashboard.respond(readConfig, Response.json({ realtime: { ws: 'ws://rt.example/event/realtime', http: 'http://rt.example/event' }, payments: { mode: 'off' } })) // prettier-ignore
  dashboard.respond(createRealtimeToken, { token: 'a.b.c', expiresAt: '2026-11-24T17:15:00Z', epochs: [] })
  dashboard.respond(logout, undefined)
  dashboard.open('hours')
  await heading('Hours')
  await waitFor(() => expect(sockets).toEqual([expect.objectContaining({ isClosed: false })]))
  press('Sign out')
  await heading('Sign in')
  await waitFor(() => expect(sockets).toEqual([expect.objectContaining({ isClosed: true })]))
  expect(screen.queryByText('Fenwick')).toBeNull()
})
