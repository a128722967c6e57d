// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import {
  acceptInvitation,
  addMember,
  declineInvitation,
  leaveBusiness,
  listInvitations,
  listMembers,
  changeMe,
  readMe,
  removeMember,
  withdrawInvitation,
} from '@buy-locals/contracts/auth/operations'
import {
  addResource,
  changeResource,
  findBookingsOutsideHours,
  listBusinessBookings,
  listResources,
  listStaff,
} from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import { readPayee } from '@buy-locals/contracts/payment/operations'
import { flagReview, listReviews, replyToReview } from '@buy-locals/contracts/review/operations'
import { choose, errorOf, field, fill, press, tick } from '@buy-locals/features/testing/acts'
import { aBooking, aBusiness, aReview, aStaffMember } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { heading, startDashboard, text } from './support'

const gardenCity = {
  label: '83714 Garden City, ID',
  address: { city: 'Garden City', region: 'ID', postcode: '83714', country: 'US' },
  location: { lat: 43.65, lon: -116.25 },
  precision: 'postcode',
} as const

const profile = {
  description: 'Two chairs.',
  phone: '+12085550100',
  website: 'https://fenwick.example',
  priceLevel: 2,
}

test('whoever waits to be approved, or is on the site with nothing to book, reads what is still to be set up', async () => {
  for (const status of ['pending', 'published'] as const) {
    using dashboard = startDashboard({ business: { status } })
    dashboard.open('board')
    await heading('Get ready to take bookings')
    expect(screen.getByRole('link', { name: /^Add a service/ }).getAttribute('href')).toMatch(/services\/new$/)
    expect(screen.queryByText('Submitted for review') !== null).toBe(status === 'pending')
  }
})

test('all that an owner writes of the profile is saved over the version that was read', async () => {
  using dashboard = startDashboard({ business: profile })
  dashboard.respond(business.changeBusiness, { ...dashboard.business, version: 4 })
  dashboard.respond(business.findPlaces, { items: [gardenCity] })
  dashboard.open('profile')
  await heading('Profile')
  fill('Business name', 'Fenwick & Sons')
  fill('Description', 'Two chairs and a dog.')
  tick('Beauty')
  fill('Street address', '2 Main St')
  fill('City or ZIP code', '83714')
  press('Find')
  await text('83714 Garden City, ID')
  press('83714 Garden City, ID')
  fill('Phone', '208 555 0101')
  fill('Website', 'fenwick.example')
  fill('Price level', '3')
  fill('Web address', 'fenwick-and-sons')
  expect(screen.getByText<HTMLOptionElement>('Mountain Time (Boise)').selected).toBe(true)
  fill('Time zone', 'America/Denver')
  press('Save')
  await text('Saved.')
  const [change] = dashboard.received(business.changeBusiness)
  expect(change?.ifMatch).toBe('"3"')
  expect(change?.body).toEqual({
    name: 'Fenwick & Sons',
    description: 'Two chairs and a dog.',
    categories: ['beauty', 'hair'],
    address: { street: '2 Main St', city: 'Garden City', region: 'ID', postcode: '83714', country: 'US' },
    location: { lat: 43.65, lon: -116.25 },
    phone: '+12085550101',
    website: 'https://fenwick.example',
    priceLevel: 3,
    slug: 'fenwick-and-sons',
    timeZone: 'America/Denver',
  })
})

test('a profile that is not right yet is not sent, and each line says how it would be right', async () => {
  using dashboard = startDashboard({ business: profile })
  dashboard.open('profile')
  await heading('Profile')
  fill('Business name', '')
  tick('Hair')
  fill('Phone', '208 555')
  fill('Website', 'fenwick')
  fill('Web address', 'Fenwick!')
  press('Save')
  await text('Choose at least one')
  expect(errorOf('Business name')).toBe('Enter a name')
  expect([field('Phone').value, field('Website').value]).toEqual(['208 555', 'fenwick'])
  expect(errorOf('Phone')).toBe('Enter a phone number with its area code, like (208) 555-0123')
  expect(errorOf('Website')).toBe('Enter a web address, like example.com')
  expect(errorOf('Web address')).toBe('Use lowercase letters, numbers and hyphens only')
  expect(dashboard.received(business.changeBusiness)).toEqual([])
})

test('an address that another business has is refused in plain words, and nothing written is lost', async () => {
  using dashboard = startDashboard()
  dashboard.respond(business.changeBusiness, refuse('business/slug-taken'))
  dashboard.open('profile')
  await heading('Profile')
  fill('Web address', 'taken')
  press('Save')
  await text('Another business already uses this web address. Choose another one.')
  expect(field('Web address').value).toBe('taken')
})

test('when somebody else has changed the profile, an owner can take theirs', async () => {
  using dashboard = startDashboard()
  dashboard.respond(business.changeBusiness, refuse('stale'), { ...dashboard.business, version: 9 })
  dashboard.respond(business.findPlaces, { items: [gardenCity] })
  dashboard.open('profile')
  await heading('Profile')
  fill('Business name', 'Fenwick & Sons')
  dashboard.respond(business.readBusiness, { ...dashboard.business, name: 'Fenwick Barbers', version: 8 })
  press('Save')
  await text('Someone else changed this while you were editing')
  press('Use theirs')
  await screen.findByDisplayValue('Fenwick Barbers')
  press('Save')
  await text('Saved.')
  expect(dashboard.received(business.changeBusiness)[1]?.ifMatch).toBe('"8"')
})

test('an owner asks for a draft to be published', async () => {
  using dashboard = startDashboard({ business: { status: 'draft' } })
  dashboard.respond(business.publishBusiness, { ...dashboard.business, status: 'pending' })
  dashboard.open('profile')
  await heading('Profile')
  dashboard.respond(business.readBusiness, { ...dashboard.business, status: 'pending' })
  press('Submit for review')
  await text('Submitted for review.')
  expect(await screen.findAllByText('In review')).not.toHaveLength(0)
})

test('a business is added with its kind and the place that was found, and opens on its board', async () => {
  using dashboard = startDashboard()
  const added = aBusiness({ status: 'draft', name: 'Moreno Yoga' })
  dashboard.respond(business.findPlaces, { items: [gardenCity] })
  dashboard.respond(business.registerBusiness, added)
  dashboard.respond(listBusinessBookings, { timeZone: added.timeZone, items: [], heldMoves: [], blocks: [] })
  dashboard.respond(readPayee, refuse('internal'))
  dashboard.open('/new')
  await heading('Add a business')
  fill('Business name', 'Moreno Yoga')
  tick('Yoga')
  fill('City or ZIP code', '83714')
  press('Find')
  fireEvent.click(await text('83714 Garden City, ID'))
  dashboard.respond(business.readBusiness, added)
  press('Add business')
  await waitFor(() => expect(dashboard.path()).toBe(`/${added.id}/board`))
  expect(dashboard.received(business.registerBusiness)[0]?.body).toEqual({
    name: 'Moreno Yoga',
    categories: ['yoga'],
    address: { city: 'Garden City', region: 'ID', postcode: '83714', country: 'US' },
    location: { lat: 43.65, lon: -116.25 },
  })
})

test('an owner invites somebody by their address, and the form is empty for the next', async () => {
  using dashboard = startDashboard()
  const invited = { email: 'ben@example.com', role: 'manager', status: 'invited' } as const
  dashboard.respond(listMembers, { items: [] }, { items: [invited] })
  dashboard.respond(addMember, invited)
  const [ana, taken] = [
    aStaffMember(dashboard.business.id, { name: 'Ana' }),
    aStaffMember(dashboard.business.id, { name: 'Ben', personId: newId('person') }),
  ]
  dashboard.respond(listStaff, { items: [ana, taken] })
  dashboard.open('members')
  await heading('Invite someone')
  await screen.findByRole('option', { name: 'Ana' })
  expect(screen.queryByRole('option', { name: 'Ben' }), 'it is somebody else’s').toBeNull()
  fill('Email address', 'ben')
  press('Invite')
  await text('Enter an email address like name@example.com')
  fill('Email address', 'ben@example.com')
  choose('Manager')
  fill('On the calendar as', ana.id)
  press('Invite')
  await text('Invitation sent.')
  await text('ben@example.com')
  expect(dashboard.received(addMember).map(({ body }) => body)).toEqual([
    { email: 'ben@example.com', role: 'manager', staffId: ana.id },
  ])
  expect(field('Email address').value).toBe('')
})

test('a member is removed only after asking, and the last owner is not', async () => {
  using dashboard = startDashboard()
  const personId = newId('person')
  const ben = { personId, name: 'Ben', email: 'ben@example.com', role: 'owner', status: 'active' } as const
  dashboard.respond(listMembers, { items: [ben] })
  dashboard.respond(removeMember, refuse('auth/last-owner'))
  dashboard.open('members')
  await text('Ben')
  press('Remove Ben')
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove Ben?' }))
  expect(dashboard.received(removeMember)).toEqual([])
  press('Remove', dialog)
  await dialog.findByText('A business needs at least one owner.')
})

test('staff are shown who belongs to the business and no form to invite', async () => {
  using dashboard = startDashboard({ role: 'manager' })
  dashboard.respond(listMembers, { items: [] })
  dashboard.open('members')
  await text('Only an owner can invite or remove people.')
  expect(screen.queryByRole('button', { name: 'Invite' })).toBeNull()
})

test('an invitation says as what, and is withdrawn by an owner', async () => {
  using dashboard = startDashboard()
  const invited = {
    invitationId: newId('invitation'),
    email: 'ben@example.com',
    role: 'manager',
    status: 'invited',
  } as const
  dashboard.respond(listMembers, { items: [invited] }, { items: [] })
  dashboard.respond(withdrawInvitation, undefined)
  dashboard.open('members')
  await text('ben@example.com')
  within(screen.getByRole('list', { name: 'Logins' })).getByText('Manager')
  press('Cancel the invitation for ben@example.com')
  await text('Invitation canceled.')
  expect(dashboard.received(withdrawInvitation)[0]?.params).toMatchObject({ invitationId: invited.invitationId })
})

test('staff leave a business after asking', async () => {
  using dashboard = startDashboard({ role: 'staff' })
  dashboard.respond(leaveBusiness, undefined)
  dashboard.open('inbox')
  await heading('Notifications')
  press('Leave this business')
  const dialog = within(await screen.findByRole('dialog', { name: 'Leave Fenwick?' }))
  dashboard.respond(readMe, { ...dashboard.me, memberships: [] })
  press('Leave this business', dialog)
  await heading('Your businesses')
  await text('No businesses yet')
})

test('an invitation is accepted or declined by whoever is invited', async () => {
  using dashboard = startDashboard()
  const [first, second] = ['Corner Cuts', 'Choir'].map((businessName) => ({
    ...{ id: newId('invitation'), businessId: newId('business'), businessName, role: 'staff' as const },
    expiresAt: '2026-12-24T17:15:00Z',
  }))
  if (!first || !second) throw new Error('There are no invitations')
  dashboard.respond(listInvitations, { items: [first, second] }, { items: [second] }, { items: [] })
  dashboard.respond(acceptInvitation, { scope: first.businessId, role: 'staff' })
  dashboard.respond(declineInvitation, undefined)
  dashboard.open('/')
  await heading('Invitations')
  press('Join Corner Cuts')
  await text('You’ve joined Corner Cuts.')
  await waitFor(() => expect(screen.queryByText('Corner Cuts')).toBeNull())
  press('Decline the invitation from Choir')
  await waitFor(() => expect(dashboard.path()).toBe(`/${dashboard.business.id}/board`))
})

test('a page for managers is not shown to staff, who read why', async () => {
  using dashboard = startDashboard({ role: 'staff' })
  dashboard.open('services')
  await text('Your role here is Staff. Ask an owner of the business if you need this.')
})

test('a room is added with its pool, and the list shows it', async () => {
  using dashboard = startDashboard()
  const room = { id: newId('resource'), businessId: dashboard.business.id, name: 'Window table', pool: 'Tables for two', active: true, version: 1 } // prettier-ignore
  dashboard.respond(listResources, { items: [] }, { items: [room] })
  dashboard.respond(addResource, room)
  dashboard.open('resources')
  await heading('Add a room, chair or court')
  fill('Name', 'Window table')
  fill('Group (any one will do)', 'Tables for two')
  press('Add')
  await text('Added.')
  await text('Window table')
  expect(dashboard.received(addResource)[0]?.body).toEqual({ name: 'Window table', pool: 'Tables for two' })
})

test('the business answers a review once, with something in it', async () => {
  using dashboard = startDashboard()
  const review = aReview(dashboard.business.id)
  const rating = { mean: 4, count: 1, byStars: [0, 0, 0, 1, 0] as [number, number, number, number, number] }
  const reply = { text: 'Thank you, Cleo.', at: '2026-11-25T17:00:00Z' }
  dashboard.respond(listReviews, { items: [review], rating }, { items: [{ ...review, reply }], rating })
  dashboard.respond(replyToReview, { ...review, reply })
  dashboard.open('reviews')
  await heading('Reviews')
  fireEvent.click(await screen.findByRole('button', { name: 'Reply to Cleo' }))
  press('Publish reply')
  await text('Enter your reply')
  fill('Your reply', '  Thank you, Cleo.  ')
  press('Publish reply')
  await text('Reply published.')
  await text('Thank you, Cleo.')
  expect(dashboard.received(replyToReview)).toMatchObject([
    { params: { reviewId: review.id }, body: { text: 'Thank you, Cleo.' } },
  ])
})

test('the business reports a review with a reason, once, and reads that it is looked at', async () => {
  using dashboard = startDashboard()
  const review = aReview(dashboard.business.id)
  const flagged = { ...review, flag: { reason: 'Never here.', at: '2026-11-25T17:00:00Z' } }
  const rating = { mean: 4, count: 1, byStars: [0, 0, 0, 1, 0] as [number, number, number, number, number] }
  dashboard.respond(listReviews, { items: [review], rating }, { items: [flagged], rating })
  dashboard.respond(flagReview, flagged)
  dashboard.open('reviews')
  fireEvent.click(await screen.findByRole('button', { name: 'Report the review by Cleo' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Report the review by Cleo?' }))
  press('Report', dialog)
  await dialog.findByText('Enter a reason')
  fill('What is wrong with it?', ' Never here. ', dialog)
  press('Cancel', dialog)
  press('Keep editing', within(await screen.findByRole('dialog', { name: 'Leave without saving?' })))
  press('Report', dialog)
  await text('Reported. The market operator is reviewing it.')
  expect(dashboard.received(flagReview).map(({ body }) => body)).toEqual([{ reason: 'Never here.' }])
  expect(screen.queryByRole('button', { name: 'Report the review by Cleo' })).toBeNull()
})

test('a room is renamed, leaves its pool and is retired over the version that was read', async () => {
  using dashboard = startDashboard()
  const room = { id: newId('resource'), businessId: dashboard.business.id, name: 'Window table', pool: 'Tables for two', active: true, version: 4 } // prettier-ignore
  const changed = { ...room, name: 'Corner table', pool: undefined, active: false, version: 5 }
  dashboard.respond(listResources, { items: [room] }, { items: [changed] })
  dashboard.respond(changeResource, changed)
  dashboard.open('resources')
  fireEvent.click(await screen.findByRole('link', { name: /Window table/ }))
  await heading('Edit Window table')
  fill('Name', 'Corner table')
  fill('Group (any one will do)', '')
  tick('In use')
  press('Save')
  await text('Saved.')
  await heading('Rooms and chairs')
  await text('Not in use')
  expect(dashboard.received(changeResource)).toMatchObject([
    { ifMatch: '"4"', params: { resourceId: room.id }, body: { name: 'Corner table', pool: null, active: false } },
  ])
})

test('whoever retires a room or removes a member reads which upcoming bookings stand', async () => {
  using dashboard = startDashboard()
  const { business: shop } = dashboard
  const room = { id: newId('resource'), businessId: shop.id, name: 'Blue room', active: true, version: 4 }
  const ben = { personId: newId('person'), name: 'Ben', email: 'ben@example.com', role: 'staff', status: 'active' } as const // prettier-ignore
  const calendar = aStaffMember(shop.id, { name: 'Benny', personId: ben.personId })
  const upcoming = { ...aBooking(shop.id), customer: { name: 'Cleo' } }
  dashboard.respond(findBookingsOutsideHours, { count: 120, items: [upcoming] })
  dashboard.respond(listResources, { items: [room] })
  dashboard.respond(changeResource, { ...room, active: false, version: 5 })
  dashboard.open(`resources/${room.id}`)
  await heading('Edit Blue room')
  tick('In use')
  press('Save')
  await text('120 upcoming bookings are kept')
  await screen.findByRole('link', { name: /Cleo, Haircut/ })
  await text('And 119 more.')
  cleanup()
  dashboard.respond(listMembers, { items: [ben] })
  dashboard.respond(listStaff, { items: [calendar] })
  dashboard.open('members')
  await text('Ben')
  press('Remove Ben')
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove Ben?' }))
  await dialog.findByRole('link', { name: /Cleo, Haircut/ })
  expect(dashboard.received(findBookingsOutsideHours).map(({ body }) => body)).toEqual([
    { weekly: [], special: [], resourceId: room.id },
    { weekly: [], special: [], staffId: calendar.id },
  ])
})

test('today on the board is the day of the server, in the zone of the business', async () => {
  using dashboard = startDashboard()
  const headers = { date: 'Wed, 25 Nov 2026 03:00:00 GMT' } // still Tuesday in Boise
  dashboard.respond(business.readBusiness, Response.json(dashboard.business, { headers }))
  dashboard.open('board')
  await heading('Today, Tuesday, November 24')
  const today = { from: '2026-11-24', to: '2026-11-24' }
  expect(dashboard.received(listBusinessBookings).map(({ query }) => query)).toEqual([today])
})

test('a language that is chosen is shown at once, and kept with the account and in this browser', async () => {
  using dashboard = startDashboard()
  const headers = { date: 'Wed, 25 Nov 2026 03:00:00 GMT' }
  dashboard.respond(business.readBusiness, Response.json(dashboard.business, { headers }))
  dashboard.respond(changeMe, (request) => ({ ...dashboard.me, ...(request.body as object) }))
  dashboard.open('board')
  await heading('Today, Tuesday, November 24')
  dashboard.respond(readMe, { ...dashboard.me, locale: 'en-GB' })
  fill('Language', 'en-GB')
  await heading('Today, Tuesday 24 November')
  await waitFor(() => expect(dashboard.received(changeMe).map(({ body }) => body)).toEqual([{ locale: 'en-GB' }]))
  expect([document.documentElement.lang, document.cookie]).toEqual(['en-GB', 'bl_locale=en-GB'])
  fill('Language', 'en-US')
  await heading('Today, Tuesday, November 24')
})
