// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import * as auth from '@buy-locals/contracts/auth/operations'
import { listMyBookings } from '@buy-locals/contracts/booking/operations'
import { listNotifications, markNotificationsRead } from '@buy-locals/contracts/notification/operations'
import { errorOf, field, fill, press } from '@buy-locals/features/testing/acts'
import { aPerson } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { loadSiteI18n } from '../src/messages/site-i18n'
import { heading, startSite, text } from './support'

const token = 'the-token-of-a-mailed-link'
const person = aPerson()
const session = { accessToken: 'new', expiresAt: '2026-11-24T17:15:00Z' }

afterEach(() => (window.location.hash = ''))

test('a wrong password is said in place with what to do next, and the address stays', async () => {
  using site = await startSite()
  site.respond(auth.login, refuse('auth/wrong-credentials'))
  site.open('/sign-in?to=/bookings')
  await heading('Sign in')
  fill('Email address', 'ana@example.com')
  fill('Password', 'wrong horse battery')
  press('Sign in')
  await text('Email or password is incorrect. Try again, or reset your password.')
  expect(screen.getByRole('link', { name: 'Forgot your password?' }).getAttribute('href')).toBe('/forgot-password')
  expect(field('Email address').value).toBe('ana@example.com')
  expect(site.received(auth.login)[0]?.body).toEqual({ email: 'ana@example.com', password: 'wrong horse battery' })
  expect(screen.getByRole('link', { name: 'Create an account' }).getAttribute('href')).toBe('/sign-up?to=%2Fbookings')
})

test('a wrong password is said in Spanish with what to do next', async () => {
  await loadSiteI18n('es-US')
  using site = await startSite({ locale: 'es-US' })
  site.respond(auth.login, refuse('auth/wrong-credentials'))
  site.open('/sign-in')
  await heading('Iniciar sesión')
  fill('Correo electrónico', 'ana@example.com')
  fill('Contraseña', 'wrong horse battery')
  press('Iniciar sesión')
  await text('El correo o la contraseña no son correctos. Inténtalo de nuevo o restablece tu contraseña.')
  const forgot = screen.getByRole('link', { name: '¿Olvidaste tu contraseña?' })
  expect(forgot.getAttribute('href')).toBe('/forgot-password')
})

test('a common password and a taken address are refused in plain words', async () => {
  using site = await startSite()
  const errors = [{ pointer: '/body/password', detail: 'too common', code: 'easy-to-guess' }]
  site.respond(auth.register, refuse('invalid-request', { errors }), refuse('auth/email-taken'))
  site.open('/sign-up')
  await heading('Create an account')
  fill('Name', 'Ana Moreno')
  fill('Email address', 'ana@example.com')
  fill('Password', 'password123')
  press('Create an account')
  await text('This password is too easy to guess. Choose another one.')
  expect(errorOf('Password')).toBe('This password is too easy to guess. Choose another one.')
  fill('Password', 'correct horse battery')
  press('Create an account')
  await text('There’s already an account with this email. Sign in instead.')
})

test('whoever is signed in already is not asked to sign in', async () => {
  using site = await startSite({ me: person })
  site.respond(listMyBookings, { items: [] })
  site.open('/sign-in?to=/bookings')
  await screen.findByRole('button', { name: `Account: ${person.name}` })
  await heading('My bookings')
})

test('whoever forgot the password is sent a link, whether or not there is an account', async () => {
  using site = await startSite()
  site.respond(auth.forgotPassword, undefined)
  site.open('/forgot-password')
  await heading('Reset your password')
  fill('Email address', 'ana@')
  press('Send link')
  await text('Enter an email address like name@example.com')
  fill('Email address', ' ana@example.com ')
  press('Send link')
  await heading('Check your email')
  expect(site.received(auth.forgotPassword).map(({ body }) => body)).toEqual([{ email: 'ana@example.com' }])
})

test('a new password is set with the mailed link', async () => {
  using site = await startSite()
  const errors = [{ pointer: '/body/password', detail: 'too common', code: 'easy-to-guess' }]
  site.respond(auth.resetPassword, refuse('invalid-request', { errors }), undefined)
  window.location.hash = `#${token}`
  site.open('/reset-password')
  await heading('Set a new password')
  fill('New password', 'short')
  press('Save password')
  await text('Use at least 10 characters')
  fill('New password', 'password123')
  press('Save password')
  await text('This password is too easy to guess. Choose another one.')
  fill('New password', 'correct horse battery')
  press('Save password')
  await heading('Password changed')
  expect(site.received(auth.resetPassword)[1]?.body).toEqual({ token, password: 'correct horse battery' })
})

test('a link without its token leads to a new one', async () => {
  using site = await startSite()
  site.open('/reset-password')
  await heading('This link is incomplete')
  expect(screen.getByRole('link', { name: 'Request a new link' }).getAttribute('href')).toBe('/forgot-password')
})

test('an address is verified by its link, which is used once', async () => {
  using site = await startSite()
  site.respond(auth.verifyEmail, { person })
  window.location.hash = `#${token}`
  site.open('/verify-email')
  await heading('Email verified')
  expect(site.received(auth.verifyEmail).map(({ body }) => body)).toEqual([{ token }])
})

test('whoever proves an address that somebody else registered chooses the password', async () => {
  using site = await startSite()
  site.respond(auth.verifyEmail, refuse('auth/password-needed'), { person })
  window.location.hash = '#the-token-of-a-foreign-registration'
  site.open('/verify-email')
  await heading('Choose a password')
  fill('New password', 'short')
  press('Save password')
  await text('Use at least 10 characters')
  fill('New password', 'correct horse battery')
  press('Save password')
  await heading('Email verified')
  expect(site.received(auth.verifyEmail)[1]?.body).toEqual({
    token: 'the-token-of-a-foreign-registration',
    password: 'correct horse battery',
  })
})

test('a link that is used or out of date can be sent again by whoever is signed in', async () => {
  using site = await startSite({ me: { ...person, emailVerified: false } })
  site.respond(auth.verifyEmail, refuse('auth/link-invalid'))
  site.respond(auth.sendVerification, undefined)
  window.location.hash = '#another-token-of-a-mailed-link'
  site.open('/verify-email')
  await text('This link was already used or has expired. Request a new one.')
  press('Send a new link')
  await text('We’ve sent a new link to ana@example.com.')
})

test('what is new is marked as read, and the list is read again', async () => {
  using site = await startSite({ me: person })
  const about = { service: 'Haircut', business: 'Fenwick', start: '2026-11-24T16:00:00Z', timeZone: 'America/Boise' }
  const item = { id: newId('notification'), kind: 'booking-confirmed', about, at: '2026-11-21T19:00:00Z' }
  const read = { ...item, readAt: '2026-11-21T20:00:00Z' }
  site.respond(listNotifications, { items: [item], unread: 1 }, { items: [read], unread: 0 })
  site.respond(markNotificationsRead, undefined)
  site.open('/notifications')
  await text('Booked: Haircut at Fenwick, Tue, Nov 24, 9:00 AM')
  await text('New')
  press('Mark all as read')
  await waitFor(() => expect(screen.queryByText('New')).toBeNull())
  expect(site.received(markNotificationsRead)).toHaveLength(1)
})

test('a session that ran out is renewed once, and what was asked for is done', async () => {
  using site = await startSite({ me: person })
  site.respond(listNotifications, { items: [], unread: 1 })
  site.respond(markNotificationsRead, refuse('unauthenticated'), undefined)
  site.respond(auth.refresh, { person, session })
  site.open('/notifications')
  await heading('Notifications')
  press('Mark all as read')
  await waitFor(() => expect(site.received(markNotificationsRead)).toHaveLength(2))
  expect(site.received(auth.refresh)).toHaveLength(1)
})

test('where a session cannot be renewed, the page says that one has to sign in', async () => {
  using site = await startSite({ me: person })
  site.respond(listNotifications, { items: [], unread: 1 })
  site.respond(markNotificationsRead, refuse('unauthenticated'))
  site.respond(auth.refresh, refuse('auth/session-ended'))
  site.open('/notifications')
  await heading('Notifications')
  press('Mark all as read')
  await heading('Sign in to continue')
  press('Close')
  await text('Sign in first.')
  expect(site.received(markNotificationsRead)).toHaveLength(1)
})

test('a session that ends is continued in place, and what was sent goes on', async () => {
  using site = await startSite({ me: person })
  site.respond(listNotifications, { items: [], unread: 1 }, { items: [], unread: 0 })
  site.respond(markNotificationsRead, refuse('unauthenticated'), undefined)
  site.respond(auth.refresh, refuse('auth/session-ended'))
  site.respond(auth.login, refuse('auth/wrong-credentials'), { person, session })
  site.open('/notifications')
  await heading('Notifications')
  press('Mark all as read')
  await heading('Sign in to continue')
  fill('Password', 'wrong horse battery')
  press('Sign in and continue')
  await text('Email or password is incorrect. Try again, or reset your password.')
  fill('Password', 'correct horse battery')
  press('Sign in and continue')
  await waitFor(() => expect(site.received(markNotificationsRead)).toHaveLength(2))
  expect(site.received(auth.login)[1]?.body).toEqual({ email: person.email, password: 'correct horse battery' })
  await waitFor(() => expect(screen.queryByText('Sign in to continue')).toBeNull())
})
