// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import * as auth from '@buy-locals/contracts/auth/operations'
import { errorOf, fill, press } from '@buy-locals/features/testing/acts'
import { aPerson } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { heading, startSite, text } from './support'

const at = { openedWith: 'password' as const, startedAt: '2026-11-20T20:00:00Z', lastUsedAt: '2026-11-21T20:00:00Z' }
const laptop = { ...at, id: newId('session'), browser: 'Firefox', system: 'Windows', isCurrent: true }
const phone = { ...at, id: newId('session'), browser: 'Safari', system: 'iOS', isCurrent: false }

async function openAccount() {
  const site = await startSite({ me: aPerson({ name: 'Ana Silva', email: 'ana@example.com' }) })
  site.respond(auth.readExport, refuse('not-found'))
  site.respond(auth.listSessions, { items: [laptop, phone] })
  site.respond(auth.listMyProviders, { items: [] })
  site.respond(auth.readSecondFactor, { isOn: false, isRequired: false })
  site.open('/account')
  await heading('Account')
  return site
}

test('a person changes their name', async () => {
  using site = await openAccount()
  site.respond(auth.changeMe, aPerson())
  press('Change name')
  fill('Name', ' ')
  press('Save name')
  expect(errorOf('Name')).toBe('Enter your name')
  fill('Name', 'Ana Souza')
  press('Save name')
  await text('Saved')
  expect(site.received(auth.changeMe)[0]?.body).toEqual({ name: 'Ana Souza' })
})

test('a new address is confirmed by a mail to it, and a wrong password is said beside its field', async () => {
  using site = await openAccount()
  site.respond(auth.changeEmail, refuse('auth/wrong-credentials'), undefined)
  press('Change email')
  fill('New email address', 'ana@new.example')
  press('Send confirmation link')
  expect(errorOf('Your password')).toBe('Enter your password')
  fill('Your password', 'wrong horse battery')
  press('Send confirmation link')
  await text('Password is incorrect. Try again, or set a new one by email.')
  fill('Your password', 'correct horse battery')
  press('Send confirmation link')
  await text(/^Check ana@new.example/)
})

test('a password is changed with the current one', async () => {
  using site = await openAccount()
  site.respond(auth.changePassword, undefined)
  press('Change password')
  fill('Current password', 'correct horse battery')
  fill('New password', 'short')
  press('Save password')
  expect(site.received(auth.changePassword)).toEqual([])
  fill('New password', 'seven quiet lighthouses')
  press('Save password')
  await text(/^Password changed/)
})

test('whoever is told that the current password is wrong, as after a change that was lost, reads how to set one', async () => {
  using site = await openAccount()
  site.respond(auth.changePassword, refuse('auth/wrong-credentials'))
  press('Change password')
  fill('Current password', 'correct horse battery')
  fill('New password', 'seven quiet lighthouses')
  press('Save password')
  await expect
    .poll(() => errorOf('Current password'))
    .toBe('Password is incorrect. Try again, or set a new one by email.')
  const link = screen.getByRole('link', { name: 'Forgot your password, or never set one?' })
  expect(link.getAttribute('href')).toBe('/forgot-password')
})

test('a person signs out elsewhere', async () => {
  using site = await openAccount()
  site.respond(auth.endSession, undefined)
  await text('This device')
  fireEvent.click(screen.getByRole('button', { name: /^Sign out there: Safari on iOS/ }))
  await expect.poll(() => site.received(auth.endSession)[0]?.params).toEqual({ sessionId: phone.id })
})

test('offline, whoever wants to sign out reads that they are still signed in', async () => {
  using site = await openAccount()
  site.respond(auth.logout, unreachable)
  fireEvent.click(screen.getByText('Sign out', { selector: '[popover] *' }))
  await text('You’re offline. Check your connection, then try again.')
})
