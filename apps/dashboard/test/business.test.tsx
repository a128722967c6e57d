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
import { listReviews, replyToReview } from '@buy-locals/contracts/review/operations'
import { choose, errorOf, field, fill, press, tick } from '@buy-locals/features/testing/acts'
import { aBooking, aBusiness, aStaffMember } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { heading, startDashboard, text } from './support'

const profile = {
  description: 'Two chairs.',
  phone: '+12085550100',
  website: 'https://fenwick.example',
  priceLevel: 2,
}

test('all that an owner writes of the profile is saved over the version that was read', async () => {
  using dashboard = startDashboard({ business: profile })
  dashboard.respond(business.changeBusiness, { ...dashboard.business, version: 4 })
  dashboard.open('profile')
  await heading('Profile')
  fill('Name of the business', 'Fenwick & Sons')
  fill('Description', 'Two chairs and a dog.')
  tick('Beauty')
  fill('Street and number', '2 Main St')
  fill('City', 'Garden City')
  fill('State or region', 'Idaho')
  fill('Postcode', '83714')
  fill('Latitude', '43.65')
  fill('Longitude', '-116.25')
  fill('Phone', '208 555 0101')
  fill('Website', 'fenwick.example')
  fill('Price level', '3')
  fill('Address on this site', 'fenwick-and-sons')
  fill('Time zone', 'America/Denver')
  press('Save')
  await text('Saved.')
  const [change] = dashboard.received(business.changeBusiness)
  expect(change?.ifMatch).toBe('"3"')
  expect(change?.body).toEqual({
    name: 'Fenwick & Sons',
    description: 'Two chairs and a dog.',
    categories: ['beauty', 'hair'],
    address: { street: '2 Main St', city: 'Garden City', region: 'Idaho', postcode: '83714', country: 'US' },
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
  fill('Name of the business', '')
  tick('Hair')
  fill('Phone', '208 555')
  fill('Website', 'fenwick')
  fill('Address on this site', 'Fenwick!')
  press('Save')
  await text('Choose at least one.')
  expect(errorOf('Name of the business')).toBe('Fill this in.')
  expect([field('Phone').value, field('Website').value]).toEqual(['208 555', 'fenwick'])
  expect(errorOf('Phone')).toBe('Enter a phone number with its area code, like (208) 555-0123.')
  expect(errorOf('Website')).toBe('Enter the address of a site, like example.com.')
  expect(errorOf('Address on this site')).toBe('Small letters, digits and hyphens only.')
  expect(dashboard.received(business.changeBusiness)).toEqual([])
})

test('an address that another business has is refused in plain words, and nothing written is lost', async () => {
  using dashboard = startDashboard()
  dashboard.respond(business.changeBusiness, refuse('business/slug-taken'))
  dashboard.open('profile')
  await heading('Profile')
  fill('Address on this site', 'taken')
  press('Save')
  await text('Another business has this web address. Choose another one.')
  expect(field('Address on this site').value).toBe('taken')
})

test('when somebody else has changed the profile, an owner can take theirs', async () => {
  using dashboard = startDashboard()
  dashboard.respond(business.changeBusiness, refuse('stale'), { ...dashboard.business, version: 9 })
  dashboard.open('profile')
  await heading('Profile')
  fill('Name of the business', 'Fenwick & Sons')
  dashboard.respond(business.readBusiness, { ...dashboard.business, name: 'Fenwick Barbers', version: 8 })
  press('Save')
  await text('Somebody else has changed this while you were writing')
  press('Take theirs')
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
  press('Ask to be published')
  await text('The market has been asked.')
  expect(await screen.findAllByText('Waiting for approval')).not.toHaveLength(0)
})

test('a business is added with its kind and the place that was found, and opens on its board', async () => {
  using dashboard = startDashboard()
  const added = aBusiness({ status: 'draft', name: 'Moreno Yoga' })
  dashboard.respond(business.findPlaces, {
    items: [{ label: '83714 Garden City, ID', location: { lat: 43.65, lon: -116.25 }, precision: 'postcode' }],
  })
  dashboard.respond(business.registerBusiness, added)
  dashboard.respond(listBusinessBookings, { timeZone: added.timeZone, items: [], heldMoves: [], blocks: [] })
  dashboard.respond(readPayee, refuse('internal'))
  dashboard.open('/new')
  await heading('Add a business')
  fill('Name of the business', 'Moreno Yoga')
  tick('Yoga')
  fill('Find by city or postcode', '83714')
  press('Find')
  fireEvent.click(await text('83714 Garden City, ID'))
  dashboard.respond(business.readBusiness, added)
  press('Add it')
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
  dashboard.open('members')
  await heading('Invite somebody')
  fill('Email', 'ben')
  press('Invite')
  await text('Write the whole address, like ana@example.com.')
  fill('Email', 'ben@example.com')
  choose('Manager')
  press('Invite')
  await text('Invited.')
  await text('ben@example.com')
  expect(dashboard.received(addMember).map(({ body }) => body)).toEqual([{ email: 'ben@example.com', role: 'manager' }])
  expect(field('Email').value).toBe('')
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
  await dialog.findByText('A business keeps at least one owner.')
})

test('staff are shown who belongs to the business and no form to invite', async () => {
  using dashboard = startDashboard({ role: 'manager' })
  dashboard.respond(listMembers, { items: [] })
  dashboard.open('members')
  await text('Only an owner can invite and remove members.')
  expect(screen.queryByRole('button', { name: 'Invite' })).toBeNull()
})

test('an invitation is withdrawn by an owner', async () => {
  using dashboard = startDashboard()
  const invited = {
    invitationId: newId('invitation'),
    email: 'ben@example.com',
    role: 'staff',
    status: 'invited',
  } as const
  dashboard.respond(listMembers, { items: [invited] }, { items: [] })
  dashboard.respond(withdrawInvitation, undefined)
  dashboard.open('members')
  await text('ben@example.com')
  press('Withdraw the invitation of ben@example.com')
  await text('The invitation is withdrawn.')
  expect(dashboard.received(withdrawInvitation)[0]?.params).toMatchObject({ invitationId: invited.invitationId })
})

test('staff leave a business after asking', async () => {
  using dashboard = startDashboard({ role: 'staff' })
  dashboard.respond(leaveBusiness, undefined)
  dashboard.open('inbox')
  await heading('Inbox')
  press('Leave this business')
  const dialog = within(await screen.findByRole('dialog', { name: 'Leave Fenwick?' }))
  dashboard.respond(readMe, { ...dashboard.me, memberships: [] })
  press('Leave this business', dialog)
  await heading('Your businesses')
  await text('You are not a member of a business yet')
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
  await text('You are a member of Corner Cuts now.')
  await waitFor(() => expect(screen.queryByText('Corner Cuts')).toBeNull())
  press('Decline the invitation of Choir')
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
  await heading('Add a room, a chair or a court')
  fill('Name', 'Window table')
  fill('Pool', 'Tables for two')
  press('Add')
  await text('Added.')
  await text('Window table')
  expect(dashboard.received(addResource)[0]?.body).toEqual({ name: 'Window table', pool: 'Tables for two' })
})

test('the business answers a review once, with something in it', async () => {
  using dashboard = startDashboard()
  const review = { id: newId('review'), businessId: dashboard.business.id, bookingId: newId('booking'), serviceName: 'Haircut', stars: 4, by: 'Cleo', verified: true, at: '2026-11-24T17:00:00Z', version: 1 } // prettier-ignore
  const rating = { mean: 4, count: 1, byStars: [0, 0, 0, 1, 0] as [number, number, number, number, number] }
  const reply = { text: 'Thank you, Cleo.', at: '2026-11-25T17:00:00Z' }
  dashboard.respond(listReviews, { items: [review], rating }, { items: [{ ...review, reply }], rating })
  dashboard.respond(replyToReview, { ...review, reply })
  dashboard.open('reviews')
  await heading('Reviews')
  fireEvent.click(await screen.findByRole('button', { name: 'Answer Cleo' }))
  press('Publish the answer')
  await text('Fill this in.')
  fill('Your answer', '  Thank you, Cleo.  ')
  press('Publish the answer')
  await text('Your answer is on the site.')
  await text('Thank you, Cleo.')
  expect(dashboard.received(replyToReview)).toMatchObject([
    { params: { reviewId: review.id }, body: { text: 'Thank you, Cleo.' } },
  ])
})

test('a room is renamed, leaves its pool and is retired over the version that was read', async () => {
  using dashboard = startDashboard()
  const room = { id: newId('resource'), businessId: dashboard.business.id, name: 'Window table', pool: 'Tables for two', active: true, version: 4 } // prettier-ignore
  const changed = { ...room, name: 'Corner table', pool: undefined, active: false, version: 5 }
  dashboard.respond(listResources, { items: [room] }, { items: [changed] })
  dashboard.respond(changeResource, changed)
  dashboard.open('resources')
  fireEvent.click(await screen.findByRole('link', { name: /Window table/ }))
  await heading('Change Window table')
  fill('Name', 'Corner table')
  fill('Pool', '')
  tick('In use')
  press('Save')
  await text('Saved.')
  await heading('Rooms and chairs')
  await text('Retired')
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
  await heading('Change Blue room')
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
