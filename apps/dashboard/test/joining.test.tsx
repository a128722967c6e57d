// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import {
  addMember,
  joinBusiness,
  listMembers,
  login,
  readInvitationLink,
  readMe,
  refresh,
  removeMember,
} from '@buy-locals/contracts/auth/operations'
import { changeStaff, listStaff } from '@buy-locals/contracts/booking/operations'
import { newId } from '@buy-locals/values/ids'
import { choose, errorOf, fill, press } from '@buy-locals/features/testing/acts'
import { aPerson, aStaffMember } from '@buy-locals/features/testing/examples'
import { heading, startDashboard, text } from './support'

const token = 'a-token-that-was-mailed-once'
const session = { accessToken: 'new', expiresAt: '2026-11-24T17:15:00Z' }

/** Whoever opens the link of a mailed invitation, signed in or not. */
function openInvitation({ hasAccount = false, isSignedIn = false, email = 'nia@example.com' } = {}) {
  const dashboard = startDashboard({ role: 'staff' })
  const { business, me } = dashboard
  dashboard.respond(readInvitationLink, {
    ...{ id: newId('invitation'), businessId: business.id, businessName: 'Rosa’s', role: 'staff' },
    ...{ expiresAt: '2026-12-20T08:00:00Z', email, hasAccount },
  })
  const membership = { scope: business.id, role: 'staff' } as const
  dashboard.respond(joinBusiness, { membership, person: me, session })
  if (!isSignedIn) {
    dashboard.respond(readMe, refuse('unauthenticated'), me)
    dashboard.respond(refresh, refuse('auth/session-ended'))
  }
  dashboard.open(`/join#${token}`)
  return { ...dashboard, isOnBoard: () => waitFor(() => expect(dashboard.path()).toBe(`/${business.id}/board`)) }
}

test('somebody new joins with a name and a password, and is on their day', async () => {
  using dashboard = openInvitation()
  await heading('Join Rosa’s as staff')
  await screen.findByRole('button', { name: 'Join Rosa’s' })
  press('Join Rosa’s')
  await text('Enter your name')
  expect(errorOf('Choose a password')).toBe('Enter at least 10 characters')
  fill('Your name', 'Nia')
  fill('Choose a password', 'copper kettle sunday')
  press('Join Rosa’s')
  await dashboard.isOnBoard()
  const body = { token, name: 'Nia', password: 'copper kettle sunday' }
  expect(dashboard.received(joinBusiness).map((received) => received.body)).toEqual([body])
})

test('who has an account signs in and joins with one press', async () => {
  using dashboard = openInvitation({ hasAccount: true })
  dashboard.respond(login, { person: dashboard.me, session })
  await heading('Join Rosa’s as staff')
  await screen.findByRole('button', { name: 'Join Rosa’s' })
  fill('Password of nia@example.com', 'copper kettle sunday')
  press('Join Rosa’s')
  await dashboard.isOnBoard()
  expect(dashboard.received(login)[0]?.body).toEqual({ email: 'nia@example.com', password: 'copper kettle sunday' })
  expect(dashboard.received(joinBusiness).map(({ body }) => body)).toEqual([{ token }])
})

test('whoever is signed in joins as themselves, and as nobody else', async () => {
  using dashboard = openInvitation({ hasAccount: true, isSignedIn: true, email: aPerson().email })
  await heading('Join Rosa’s as staff')
  await screen.findByRole('button', { name: 'Join Rosa’s' })
  press('Join Rosa’s')
  await dashboard.isOnBoard()
})

test('an invitation to another address is not accepted by whoever happens to be signed in', async () => {
  using dashboard = openInvitation({ isSignedIn: true })
  await text(`You’re signed in as ${dashboard.me.email}. Sign out to accept this invitation.`)
  expect(screen.queryByRole('button', { name: 'Join Rosa’s' })).toBeNull()
})

test('an invitation that has ended says so, and a link without its token too', async () => {
  using dashboard = startDashboard()
  dashboard.respond(readInvitationLink, refuse('auth/link-invalid'))
  dashboard.open(`/join#${token}`)
  await text('This invitation can’t be used')
})

test('an owner changes what a member may do', async () => {
  using dashboard = startDashboard()
  const ben = {
    personId: newId('person'),
    name: 'Ben',
    email: 'ben@example.com',
    role: 'staff',
    status: 'active',
  } as const
  dashboard.respond(listMembers, { items: [ben] })
  dashboard.respond(addMember, { ...ben, role: 'manager' })
  dashboard.open('members')
  await text('Ben')
  press('Change the role of Ben')
  const dialog = within(await screen.findByRole('dialog', { name: 'Role of Ben' }))
  choose('Manager', dialog)
  press('Save', dialog)
  await text('Role of Ben changed.')
  expect(dashboard.received(addMember).map(({ body }) => body)).toEqual([{ email: ben.email, role: 'manager' }])
})

test('whoever removes a member takes them off the calendar too, unless they say otherwise', async () => {
  using dashboard = startDashboard()
  const ben = {
    personId: newId('person'),
    name: 'Ben',
    email: 'ben@example.com',
    role: 'staff',
    status: 'active',
  } as const
  const calendar = aStaffMember(dashboard.business.id, { name: 'Benny', personId: ben.personId })
  dashboard.respond(listMembers, { items: [ben] })
  dashboard.respond(listStaff, { items: [calendar] })
  dashboard.respond(removeMember, undefined)
  dashboard.respond(changeStaff, { ...calendar, active: false })
  dashboard.open('members')
  await text('Ben')
  press('Remove Ben')
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove Ben?' }))
  await dialog.findByRole('checkbox', { name: 'Also take Benny off the calendar' })
  press('Remove', dialog)
  await waitFor(() => expect(dashboard.received(changeStaff)).toHaveLength(1))
  expect(dashboard.received(changeStaff)[0]).toMatchObject({ ifMatch: '"2"', body: { active: false, personId: null } })
})
