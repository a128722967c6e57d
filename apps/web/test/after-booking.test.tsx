// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { readReview, writeReview } from '@buy-locals/contracts/review/operations'
import { fill, press } from '@buy-locals/features/testing/acts'
import { aBooking, aBusiness, aPerson } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { heading, startSite, text } from './support'

afterEach(() => (window.location.hash = ''))

async function startWithBooking(changes: Parameters<typeof aBooking>[1] = {}) {
  const site = await startSite({ me: aPerson() })
  const business = aBusiness()
  const booked = aBooking(business.id, changes)
  site.respond(readBusiness, business)
  site.respond(booking.readBooking, booked)
  site.respond(readReview, refuse('not-found'))
  return Object.assign(site, { booked, openBooking: () => site.open(`/bookings/${booked.id}`) })
}

test('whoever cancels in time reads that all comes back, and may say why', async () => {
  using site = await startWithBooking()
  const cancelled = { ...site.booked, status: 'cancelled', cancelledBy: 'consumer', refundShare: 10_000 } as const
  site.respond(booking.cancelBooking, cancelled)
  site.openBooking()
  await heading('Haircut')
  press('Cancel booking')
  const dialog = within(await screen.findByRole('dialog', { name: 'Cancel this booking?' }))
  dialog.getByText('You get all of it back: $45.00.')
  fill('Why (the business sees it)', '  I am ill  ', dialog)
  site.respond(booking.readBooking, cancelled)
  press('Cancel booking', dialog)
  await text('You cancelled this booking.')
  expect(site.received(booking.cancelBooking)).toMatchObject([
    { params: { bookingId: site.booked.id }, body: { reason: 'I am ill' } },
  ])
})

test('whoever cancels late reads what comes back before they do', async () => {
  using site = await startWithBooking({ start: '2026-11-22T10:00:00Z', end: '2026-11-22T10:30:00Z' })
  site.openBooking()
  await heading('Haircut')
  press('Cancel booking')
  await text('The free time to cancel has passed. You get $22.50 of $45.00 back.')
})

test('what the server says against cancelling is read in the dialog, and the booking is kept', async () => {
  using site = await startWithBooking()
  site.respond(booking.cancelBooking, refuse('booking/outside-policy', { rule: 'started' }))
  site.openBooking()
  await heading('Haircut')
  press('Cancel booking')
  const dialog = within(await screen.findByRole('dialog', { name: 'Cancel this booking?' }))
  press('Cancel booking', dialog)
  await dialog.findByText('It has started. Please call the business.')
  press('Keep it', dialog)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a complaint needs a text, and once it is filed the page says that the money stays', async () => {
  using site = await startWithBooking({ status: 'completed' })
  const complained = { ...site.booked, complainedAt: '2026-11-25T17:00:00Z' }
  site.respond(booking.fileComplaint, complained)
  site.openBooking()
  await heading('Haircut')
  press('Report a problem')
  const dialog = within(await screen.findByRole('dialog', { name: 'What went wrong?' }))
  press('Send', dialog)
  await dialog.findByText('Please fill this in.')
  fill('What happened', 'Nobody was there.', dialog)
  site.respond(booking.readBooking, complained)
  press('Send', dialog)
  await text('Your report is with us. The money stays held until it is decided.')
  expect(site.received(booking.fileComplaint).map(({ body }) => body)).toEqual([{ text: 'Nobody was there.' }])
})

test('whoever pays at the venue reads nothing of money when a problem is reported and decided', async () => {
  using site = await startWithBooking({ status: 'completed', payment: 'at-venue' })
  site.openBooking()
  await heading('Haircut')
  press('Report a problem')
  const dialog = await screen.findByRole('dialog', { name: 'What went wrong?' })
  expect(dialog.textContent).not.toMatch(/money/i)
  const complained = { ...site.booked, complainedAt: '2026-11-25T17:00:00Z' }
  site.respond(booking.fileComplaint, complained)
  site.respond(booking.readBooking, complained)
  fill('What happened', 'Nobody was there.', within(dialog))
  press('Send', within(dialog))
  await text('Your report is with us.')
  expect(document.body.textContent).not.toMatch(/money (stays|went|is)|given back/i)
})

test('whoever is marked as a no-show reads until when to object, and can', async () => {
  using site = await startWithBooking({ status: 'no-show', refundShare: 0, complaintsEndAt: '2999-01-01T19:00:00Z' })
  site.openBooking()
  await heading('Haircut')
  await text('Marked as no-show')
  await text('If you were there, report a problem until Tue, Jan 1, 12:00 PM.')
  press('Report a problem')
  await screen.findByRole('dialog', { name: 'What went wrong?' })
})

test('a visit that should have begun can be complained of before the business says anything', async () => {
  using site = await startWithBooking({ start: '2020-01-01T10:00:00Z', end: '2020-01-01T11:00:00Z' })
  site.openBooking()
  await heading('Haircut')
  press('Report a problem')
  await screen.findByRole('dialog', { name: 'What went wrong?' })
})

test('after the complaint window the server says where to turn to', async () => {
  using site = await startWithBooking({ status: 'completed' })
  site.respond(booking.fileComplaint, refuse('booking/outside-policy', { rule: 'complaint-window' }))
  site.openBooking()
  await heading('Haircut')
  press('Report a problem')
  const dialog = within(await screen.findByRole('dialog', { name: 'What went wrong?' }))
  fill('What happened', 'Nobody was there.', dialog)
  press('Send', dialog)
  await dialog.findByText('The time to report a problem is over. Please talk to the business.')
})

test('a review needs stars, its text may be left out, and it is shown once it is published', async () => {
  using site = await startWithBooking({ status: 'completed' })
  const review = { id: newId('review'), businessId: site.booked.businessId, bookingId: site.booked.id, serviceName: 'Haircut', stars: 4, text: 'Neat.', by: 'Ana', verified: true, at: '2026-11-25T17:00:00Z', version: 1 } // prettier-ignore
  site.respond(writeReview, refuse('not-yet', {}), review)
  site.openBooking()
  await heading('How was it?')
  press('Publish review')
  await text('Choose one to five stars.')
  fireEvent.click(screen.getByRole('radio', { name: '4 stars' }))
  fill('In your words', ' Neat. ')
  site.respond(writeReview, review)
  site.respond(readReview, review)
  press('Publish review')
  await heading('Your review')
  await text('Neat.')
  expect(site.received(writeReview).map(({ body }) => body)).toEqual([{ stars: 4, text: 'Neat.' }])
})

test("a guest's link opens the booking once, and its token is gone from the address", async () => {
  using site = await startWithBooking()
  site.visit.me = undefined
  site.respond(booking.readBooking, refuse('not-found'), site.booked)
  site.respond(booking.openManageLink, undefined)
  window.location.hash = '#a-token-that-only-the-guest-has'
  site.openBooking()
  await heading('Haircut')
  expect(site.received(booking.openManageLink)).toMatchObject([{ body: { token: 'a-token-that-only-the-guest-has' } }])
})

test("a guest's link that does not fit says so and how to go on", async () => {
  using site = await startWithBooking()
  site.visit.me = undefined
  site.respond(booking.readBooking, refuse('not-found'))
  site.respond(booking.openManageLink, refuse('not-found'))
  window.location.hash = '#a-token-of-another-booking-of-theirs'
  site.openBooking()
  await text('This link is not complete or does not fit. Open it again from the mail.')
  const [, signIn] = screen.getAllByRole('link', { name: 'Sign in' })
  expect(signIn?.getAttribute('href')).toBe(`/sign-in?to=${encodeURIComponent(`/bookings/${site.booked.id}`)}`)
})

test('a booking in the past can be booked again, and not cancelled', async () => {
  using site = await startWithBooking({ start: '2026-11-20T17:00:00Z', end: '2026-11-20T17:30:00Z' })
  site.openBooking()
  await screen.findByRole('link', { name: 'Book again' })
  expect(screen.queryByRole('button', { name: 'Cancel booking' })).toBeNull()
})

test('whoever was cancelled by the business reads what it wrote', async () => {
  const cancelled = { status: 'cancelled', cancelledBy: 'business', refundShare: 10_000, reason: 'Kim is ill' } as const
  using site = await startWithBooking(cancelled)
  site.openBooking()
  await text(/^They wrote: Kim is ill/)
})

test('when the business is off the site, its customer still reads its name, place, phone and the time', async () => {
  using site = await startWithBooking()
  site.respond(readBusiness, refuse('not-found'))
  site.openBooking()
  await heading('Haircut')
  for (const shown of ['at Fenwick', '1 Main St, 83702 Boise, ID, US', '(208) 555-0123']) await text(shown)
  expect(screen.getAllByText(/Nov.*10:00 AM/).length).toBeGreaterThan(0)
  screen.getByRole('button', { name: 'Cancel booking' })
  expect(screen.queryByRole('link', { name: 'at Fenwick' })).toBeNull()
})
