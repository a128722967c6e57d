// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { login, register } from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import { listDetailPhotos, readBusiness } from '@buy-locals/contracts/business/operations'
import { choose, errorOf, field, fill, press } from '@buy-locals/features/testing/acts'
import {
  aBooking,
  aBusiness,
  aPerson,
  aService,
  aShownPhoto,
  aStaffMember,
} from '@buy-locals/features/testing/examples'
import { heading, startSite, text } from './support'

const slot = (start: string, seatsLeft = 1) => ({ start, end: start, seatsLeft })
const [ten, eleven, tomorrow] = [
  slot('2026-11-24T17:00:00Z'),
  slot('2026-11-24T18:00:00Z'),
  slot('2026-11-25T17:00:00Z'),
]
const manageToken = 'a-token-that-only-the-guest-has'
const usd = (amount: number) => ({ amount, currency: 'USD' as const })
const quoteAtVenue = (amount: number) => ({
  ...{ price: usd(amount), deposit: usd(0), dueNow: usd(0), payment: 'at-venue' as const },
})
const session = { accessToken: 'new', expiresAt: '2026-11-24T17:15:00Z' }

async function startBooking(changes: Parameters<typeof aService>[1] = {}) {
  const site = await startSite()
  const business = aBusiness()
  const [ana, ben] = [aStaffMember(business.id), aStaffMember(business.id, { name: 'Ben' })]
  const service = aService(business.id, { staffIds: [ana.id, ben.id], ...changes })
  const made = aBooking(business.id, { payment: 'at-venue' })
  site.respond(readBusiness, business)
  site.respond(booking.listServices, { items: [service] })
  site.respond(booking.listStaff, { items: [ana, ben] })
  site.respond(booking.findSlots, { timeZone: business.timeZone, items: [ten, eleven, tomorrow] })
  site.respond(booking.quote, quoteAtVenue(4500))
  site.respond(booking.book, { ...made, manageToken })
  site.respond(booking.openManageLink, undefined)
  site.respond(booking.listMyBookings, { items: [] })
  site.respond(booking.readBooking, made)
  const page = `/b/fenwick/book/${service.id}`
  return Object.assign(site, { business, service, ana, ben, made, page, details: `${page}?at=${ten.start}` })
}

type Started = Awaited<ReturnType<typeof startBooking>>
function fillGuest() {
  fill('Name', 'Cleo')
  fill('Email address', 'cleo@example.com')
}

const lastSearch = (site: Started) => site.received(booking.findSlots).at(-1)?.query
const sentKeys = (site: Started) => site.received(booking.book).map(({ idempotencyKey }) => idempotencyKey)

test('the first day with a free time is chosen, and a time of another day is not kept', async () => {
  using site = await startBooking()
  site.open(site.page)
  const first = await screen.findByRole('radio', { name: 'Tuesday, November 24, 2 times available' })
  expect(first.getAttribute('aria-checked')).toBe('true')
  choose('Tuesday, November 24 at 11:00 AM')
  choose('Wednesday, November 25, 1 time available')
  await screen.findByRole('radio', { name: 'Wednesday, November 25 at 10:00 AM' })
  press('Continue')
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Select a time'))
  choose('Wednesday, November 25 at 10:00 AM')
  press('Continue')
  await heading('Your details')
})

test('whoever can be chosen is shown with a photo where there is one', async () => {
  using site = await startBooking()
  site.respond(listDetailPhotos, { items: [{ of: site.ana.id, photo: aShownPhoto() }] })
  site.open(site.page)
  const [ana, ben] = [await screen.findByRole('radio', { name: /^Ana/ }), screen.getByRole('radio', { name: /^Ben/ })]
  const photoOf = (radio: HTMLElement) => radio.closest('label')?.querySelector('img')
  await waitFor(() => expect(photoOf(ana)?.getAttribute('src')).toBe('/320.jpeg'))
  expect(photoOf(ben)).toBeNull()
})

test('where nothing is free in the next two weeks, the first days that have something are shown', async () => {
  using site = await startBooking()
  const december = slot('2026-12-10T17:00:00Z')
  site.respond(booking.findSlots, ({ query }) => ({
    timeZone: 'America/Boise',
    items: query.from === '2026-11-21' ? [] : [december],
  }))
  site.open(site.page)
  await screen.findByRole('radio', { name: 'Thursday, December 10, 1 time available' })
})

test('another person or another party is asked for again, with what was chosen', async () => {
  using site = await startBooking({ capacity: 6 })
  site.open(site.page)
  await screen.findByRole('radio', { name: 'Ben' })
  choose('Ben')
  await waitFor(() => expect(lastSearch(site)).toMatchObject({ staffId: site.ben.id, partySize: 1 }))
  await waitFor(() => expect(screen.getByRole('radio', { name: 'Ben' })).toHaveProperty('checked', true))
  fill('Number of people', '3')
  await waitFor(() => expect(field('Number of people').value).toBe('3'))
  expect(lastSearch(site)).toMatchObject({ staffId: site.ben.id, partySize: 3 })
  choose('Any staff')
  await waitFor(() => expect(lastSearch(site)?.staffId).toBeUndefined())
  expect(lastSearch(site)?.partySize).toBe(3)
})

test('later days are shown two weeks on, and never beyond what the business offers', async () => {
  using site = await startBooking({ maxHorizonDays: 20 })
  site.open(site.page)
  await screen.findByRole('radio', { name: 'Tuesday, November 24, 2 times available' })
  press('Later days')
  await waitFor(() => expect(lastSearch(site)).toMatchObject({ from: '2026-12-05', to: '2026-12-11' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Later days' })).toHaveProperty('disabled', true))
})

test('a guest chooses a time, says who they are, and the booking opens for them', async () => {
  using site = await startBooking()
  site.open(site.page)
  await screen.findByRole('radio', { name: 'Tuesday, November 24 at 11:00 AM' })
  choose('Tuesday, November 24 at 11:00 AM')
  press('Continue')
  await heading('Your details')
  fillGuest()
  fill('Phone number', '208.555.0100')
  fill('Notes', 'Sensitive skin')
  press('Confirm booking')
  await text('Booking confirmed')
  expect(site.received(booking.book)[0]?.body).toEqual({
    businessId: site.business.id,
    serviceId: site.service.id,
    start: eleven.start,
    partySize: 1,
    replaceHolds: true,
    note: 'Sensitive skin',
    guest: { name: 'Cleo', email: 'cleo@example.com', phone: '+12085550100' },
  })
  expect(site.received(booking.openManageLink)).toMatchObject([
    { params: { bookingId: site.made.id }, body: { token: manageToken } },
  ])
})

test('what a guest left out or mistyped stands at its line, and nothing is sent', async () => {
  using site = await startBooking()
  site.open(site.details)
  await heading('Your details')
  fill('Email address', 'cleo@')
  fill('Phone number', '208 555')
  press('Confirm booking')
  await text('Enter your name')
  expect(errorOf('Name')).toBe('Enter your name')
  expect(errorOf('Email address')).toBe('Enter an email address like name@example.com')
  expect(errorOf('Phone number')).toBe('Enter a phone number with its area code, like (208) 555-0123')
  expect(document.activeElement).toBe(field('Name'))
  expect(site.received(booking.book)).toEqual([])
})

test('what the server finds wrong with a guest stands at its line', async () => {
  using site = await startBooking()
  const errors = [{ pointer: '/body/guest/email', detail: 'Invalid email address', code: 'not-an-email' }]
  site.respond(booking.book, refuse('invalid-request', { errors }))
  site.open(site.details)
  await heading('Your details')
  fillGuest()
  press('Confirm booking')
  await text('Enter an email address like name@example.com')
  expect(errorOf('Email address')).toBe('Enter an email address like name@example.com')
})

test('what is to be paid online is paid next, and the time is held meanwhile', async () => {
  using site = await startBooking({ payment: 'online', depositBasisPoints: 2500 })
  const held = {
    ...site.made,
    status: 'held' as const,
    payment: 'online' as const,
    holdExpiresAt: '2026-11-21T20:10:00Z',
  }
  site.respond(booking.book, { ...held, manageToken })
  site.respond(booking.readBooking, held)
  // Not what a quarter of the price is: the screen shows what the server says and calculates nothing.
  site.respond(booking.quote, { price: usd(4500), deposit: usd(1200), dueNow: usd(1200), payment: 'online' })
  site.open(site.details)
  await text('$12.00')
  await text('$33.00')
  fillGuest()
  press('Continue to payment')
  await heading('Payment')
})

test('where the server takes no payments, nobody reads of paying online, whatever the service says', async () => {
  using site = await startBooking({ payment: 'online', depositBasisPoints: 2500 })
  site.open(site.details)
  await heading('Your details')
  expect(screen.getByRole('button', { name: 'Confirm booking' })).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/pay now|payment|given back|refund|online/i)
})

test('when somebody was faster, the nearest free times are one press away and what was typed stays', async () => {
  using site = await startBooking()
  const taken = refuse('booking/slot-taken', { alternatives: [slot('2026-11-24T17:15:00Z')] })
  site.respond(booking.book, taken, { ...site.made, manageToken })
  site.open(site.details)
  await heading('Your details')
  fillGuest()
  press('Confirm booking')
  await text('That time was just taken')
  press('Choose Tue, Nov 24, 10:15 AM')
  await waitFor(() => expect(screen.getByText('Tue, Nov 24, 10:15 AM MST')).toBeTruthy())
  expect(screen.queryByText('That time was just taken')).toBeNull()
  expect(field('Name').value).toBe('Cleo')
  press('Confirm booking')
  await text('Booking confirmed')
  expect(site.received(booking.book)[1]?.body.start).toBe('2026-11-24T17:15:00Z')
})

test('pressing again after the line was down means the same booking, so it carries the same key', async () => {
  using site = await startBooking()
  site.respond(booking.book, unreachable, { ...site.made, manageToken })
  site.open(site.details)
  await heading('Your details')
  fillGuest()
  press('Confirm booking')
  await text('You’re offline. Check your connection, then try again.')
  press('Confirm booking')
  await text('Booking confirmed')
  const [first, again] = sentKeys(site)
  expect(again).toBe(first)
})

test('with another name, or after a refusal, pressing again is another attempt with another key', async () => {
  using site = await startBooking()
  site.respond(booking.book, unreachable, refuse('booking/outside-policy', { rule: 'notice' }), {
    ...site.made,
    manageToken,
  })
  site.open(site.details)
  await heading('Your details')
  fillGuest()
  press('Confirm booking')
  await text('You’re offline. Check your connection, then try again.')
  fill('Name', 'Cleo Winter')
  press('Confirm booking')
  await text('That’s too soon for this business. Choose a later time.')
  press('Confirm booking')
  await text('Booking confirmed')
  expect(new Set(sentKeys(site)).size).toBe(3)
})

test('whoever has an account signs in right there and books without writing their name again', async () => {
  using site = await startBooking()
  site.respond(login, refuse('auth/wrong-credentials'), () => {
    site.signIn()
    return { person: aPerson(), session }
  })
  site.respond(booking.book, site.made)
  site.open(site.details)
  await heading('Your details')
  choose('Sign in')
  fill('Email address', 'ana@example.com')
  fill('Password', 'correct horse battery')
  press('Sign in')
  await text('Email or password is incorrect. Try again, or reset your password.')
  press('Sign in')
  await text('Booking as Ana Moreno')
  press('Confirm booking')
  await text('Booking confirmed')
  expect(site.received(booking.book)[0]?.body).not.toHaveProperty('guest')
  expect(site.received(booking.openManageLink)).toEqual([])
})

test('whoever wants an account makes it right there, and goes on with the booking', async () => {
  using site = await startBooking()
  site.respond(register, () => {
    site.signIn()
    return { person: aPerson(), session }
  })
  site.open(site.details)
  await heading('Your details')
  choose('Create an account')
  fill('Email address', 'ana@')
  fill('Password', 'short')
  press('Create an account')
  await text('Enter your name')
  expect([errorOf('Name'), errorOf('Email address'), errorOf('Password')]).toEqual([
    'Enter your name',
    'Enter an email address like name@example.com',
    'Use at least 10 characters',
  ])
  fill('Name', 'Ana Moreno')
  fill('Email address', 'ana@example.com')
  fill('Password', 'correct horse battery')
  press('Create an account')
  await text('Booking as Ana Moreno')
  expect(site.received(register)[0]?.body).toMatchObject({
    name: 'Ana Moreno',
    email: 'ana@example.com',
    password: 'correct horse battery',
    locale: 'en-US',
  })
})

test('whoever comes back from the payment is led on to it, and holds the time only once', async () => {
  using site = await startBooking({ payment: 'online' })
  const held = {
    ...aBooking(site.business.id, { serviceId: site.service.id, start: ten.start }),
    ...{ status: 'held' as const, holdExpiresAt: '2026-11-21T20:10:00Z', note: 'Sensitive skin' },
  }
  site.respond(booking.quote, { price: usd(4500), deposit: usd(4500), dueNow: usd(4500), payment: 'online' })
  site.visit.openedBookings = [held.id]
  site.respond(booking.readBooking, held)
  site.open(site.details)
  await text('You’re holding Tue, Nov 24, 10:00 AM')
  await text('Pay by 1:10 PM to confirm your booking.')
  expect(screen.queryByLabelText('Name')).toBeNull()
  const onward = screen.getByRole('link', { name: 'Continue to payment' })
  expect(onward.getAttribute('href')).toBe(`/bookings/${held.id}/pay`)
})

test('a second visit at the same time is asked about, and booked when it is meant', async () => {
  using site = await startBooking()
  const bookings = [{ ...site.made, serviceName: 'Yoga' }]
  site.respond(booking.book, refuse('booking/already-booked', { bookings }), { ...site.made, manageToken })
  site.open(site.details)
  await heading('Your details')
  fillGuest()
  press('Confirm booking')
  await text('You already have a booking at that time')
  await text('Yoga, Tue, Nov 24, 10:00 AM')
  press('Book both')
  await text('Booking confirmed')
  expect(site.received(booking.book).map(({ body }) => body.allowOverlap)).toEqual([undefined, true])
})

test('where the link of a booking does not open, pressing again opens it and books nothing', async () => {
  using site = await startBooking()
  site.respond(booking.openManageLink, unreachable, undefined)
  site.open(site.details)
  await heading('Your details')
  fillGuest()
  press('Confirm booking')
  await text('You’re offline. Check your connection, then try again.')
  press('Confirm booking')
  await text('Booking confirmed')
  expect(site.received(booking.book)).toHaveLength(1)
  expect(site.received(booking.openManageLink)).toHaveLength(2)
})

test('what was sent while the browser was offline is sent by itself once it is online, with the same key', async () => {
  using site = await startBooking()
  site.respond(booking.book, unreachable, { ...site.made, manageToken })
  site.open(site.details)
  await heading('Your details')
  fillGuest()
  press('Confirm booking')
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('alert'))
  fireEvent(window, new Event('online'))
  await heading('Haircut')
  expect(new Set(sentKeys(site)).size).toBe(1)
  expect(sentKeys(site)).toHaveLength(2)
})

test('what has been changed since is not sent by itself', async () => {
  using site = await startBooking()
  site.respond(booking.book, unreachable)
  site.open(site.details)
  await heading('Your details')
  fillGuest()
  press('Confirm booking')
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('alert'))
  fireEvent.input(field('Name'), { target: { value: 'Cleo Winter' } })
  fireEvent(window, new Event('online'))
  await new Promise((done) => setTimeout(done, 20))
  expect(site.received(booking.book)).toHaveLength(1)
})

test('a time is chosen and given up without the server', async () => {
  using site = await startBooking()
  site.open(site.page)
  await screen.findByRole('radio', { name: 'Tuesday, November 24 at 11:00 AM' })
  const before = site.received(booking.findSlots).length
  choose('Tuesday, November 24 at 11:00 AM')
  press('Continue')
  await heading('Your details')
  press('Back')
  await screen.findByRole('radio', { name: 'Tuesday, November 24 at 11:00 AM' })
  expect(site.received(booking.findSlots)).toHaveLength(before)
})

for (const [code, label, href] of [
  ['booking/payments-not-ready', 'Browse all', '/'],
  ['booking/too-many-holds', 'My bookings', '/bookings'],
  ['auth/session-ended', 'Sign in', '/sign-in'],
] as const) {
  test(`a booking that is refused with ${code} says where to go on, and what was typed stays`, async () => {
    using site = await startBooking()
    site.respond(booking.book, refuse(code))
    site.open(site.details)
    await heading('Your details')
    fillGuest()
    press('Confirm booking')
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('alert'))
    const way = within(document.activeElement as HTMLElement).getByRole('link', { name: label })
    expect(way.getAttribute('href')).toMatch(href)
    expect(field('Name').value).toBe('Cleo')
  })
}

test('what a guest typed is there again after a reload, and so is the time they chose', async () => {
  using site = await startBooking()
  site.open(site.page)
  await screen.findByRole('radio', { name: 'Tuesday, November 24 at 11:00 AM' })
  choose('Tuesday, November 24 at 11:00 AM')
  press('Continue')
  await heading('Your details')
  fireEvent.input(field('Name'), { target: { value: 'Cleo' } })
  cleanup()
  site.open(site.page)
  const chosen = await screen.findByRole('radio', { name: 'Tuesday, November 24 at 11:00 AM' })
  await waitFor(() => expect(chosen.getAttribute('aria-checked')).toBe('true'))
  press('Continue')
  await heading('Your details')
  expect(field('Name').value).toBe('Cleo')
})

test('whoever does not want the time they hold releases it', async () => {
  using site = await startBooking({ payment: 'online' })
  const held = {
    ...aBooking(site.business.id, { serviceId: site.service.id, start: ten.start }),
    ...{ status: 'held' as const, holdExpiresAt: '2026-11-21T20:10:00Z' },
  }
  site.respond(booking.quote, { price: usd(4500), deposit: usd(4500), dueNow: usd(4500), payment: 'online' })
  site.visit.openedBookings = [held.id]
  site.respond(booking.readBooking, held)
  site.respond(booking.cancelBooking, { ...held, status: 'cancelled' })
  site.open(site.page)
  await screen.findByRole('button', { name: 'Release' })
  site.respond(booking.readBooking, { ...held, status: 'cancelled' })
  press('Release')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Release' })).toBeNull())
  expect(site.received(booking.cancelBooking)).toMatchObject([{ params: { bookingId: held.id } }])
})
