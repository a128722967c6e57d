// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { mailBookingLinks } from '@buy-locals/contracts/notification/operations'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { readReview, writeReview } from '@buy-locals/contracts/review/operations'
import { field, fill, press } from '@buy-locals/features/testing/acts'
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
  dialog.getByText('You’ll get a full refund of $45.00.')
  fill('Reason (the business sees it)', '  I am ill  ', dialog)
  site.respond(booking.readBooking, cancelled)
  press('Cancel booking', dialog)
  await text('You canceled this booking.')
  expect(site.received(booking.cancelBooking)).toMatchObject([
    { params: { bookingId: site.booked.id }, body: { reason: 'I am ill' } },
  ])
})

test('whoever cancels late reads what comes back before they do', async () => {
  using site = await startWithBooking({ start: '2026-11-22T10:00:00Z', end: '2026-11-22T10:30:00Z' })
  site.openBooking()
  await heading('Haircut')
  press('Cancel booking')
  await text('Cancel now and you’ll get $22.50 of $45.00 back.')
})

test('what the server says against cancelling is read in the dialog, and the booking is kept', async () => {
  using site = await startWithBooking()
  site.respond(booking.cancelBooking, refuse('booking/outside-policy', { rule: 'started' }))
  site.openBooking()
  await heading('Haircut')
  press('Cancel booking')
  const dialog = within(await screen.findByRole('dialog', { name: 'Cancel this booking?' }))
  press('Cancel booking', dialog)
  await dialog.findByText('It has started. Call the business.')
  press('Keep booking', dialog)
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
  await dialog.findByText('Enter what happened')
  fill('What happened?', 'Nobody was there.', dialog)
  site.respond(booking.readBooking, complained)
  press('Send', dialog)
  await text('We’ve received your report. We hold the payment until it’s resolved.')
  expect(site.received(booking.fileComplaint).map(({ body }) => body)).toEqual([{ text: 'Nobody was there.' }])
})

test('what was typed of a complaint, a review or an address is there again after a reload', async () => {
  using site = await startWithBooking({ status: 'completed' })
  const type = (label: string, value: string) => fireEvent.input(field(label), { target: { value } })
  site.openBooking()
  await heading('How was it?')
  type('Your comments', 'Neat.')
  press('Report a problem')
  await screen.findByRole('dialog', { name: 'What went wrong?' })
  type('What happened?', 'Nobody was there.')
  cleanup()
  site.openBooking()
  await heading('How was it?')
  expect(field('Your comments').value).toBe('Neat.')
  press('Report a problem')
  await screen.findByRole('dialog', { name: 'What went wrong?' })
  expect(field('What happened?').value).toBe('Nobody was there.')
  cleanup()
  site.visit.me = undefined
  site.open('/bookings')
  await heading('Find my booking')
  type('Email address', 'cleo@example.com')
  cleanup()
  site.open('/bookings')
  await heading('Find my booking')
  expect(field('Email address').value).toBe('cleo@example.com')
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
  fill('What happened?', 'Nobody was there.', within(dialog))
  press('Send', within(dialog))
  await text('We’ve received your report.')
  expect(document.body.textContent).not.toMatch(/money (stays|went|is)|given back/i)
})

test('whoever is marked as a no-show reads until when to object, and can', async () => {
  using site = await startWithBooking({ status: 'no-show', refundShare: 0, complaintsEndAt: '2999-01-01T19:00:00Z' })
  site.openBooking()
  await heading('Haircut')
  await text('Marked as no-show')
  await text('If you were there, report a problem by Tue, Jan 1, 12:00 PM.')
  press('Report a problem')
  await screen.findByRole('dialog', { name: 'What went wrong?' })
})

test('of a deposit the booking says what is still to be paid at the appointment', async () => {
  const price = { amount: 6800, currency: 'USD' as const }
  using site = await startWithBooking({ payment: 'online', price, deposit: { ...price, amount: 2040 } })
  site.openBooking()
  const rest = await screen.findByText('Due at appointment')
  expect(rest.parentElement?.textContent).toContain('$47.60')
})

test('what the business refunds after the visit is read on the page of the booking', async () => {
  using site = await startWithBooking({
    status: 'completed',
    payment: 'online',
    businessRefund: { amount: 1050, currency: 'USD' },
  })
  site.openBooking()
  await text('The business refunded you')
  await text('$10.50 refunded. It takes 5–10 days to reach you.')
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
  fill('What happened?', 'Nobody was there.', dialog)
  press('Send', dialog)
  await dialog.findByText('The time to report a problem is over. Contact the business.')
})

test('a review needs stars, its text may be left out, and it is shown once it is published', async () => {
  using site = await startWithBooking({ status: 'completed' })
  const review = { id: newId('review'), businessId: site.booked.businessId, bookingId: site.booked.id, serviceName: 'Haircut', stars: 4, text: 'Neat.', by: 'Ana', verified: true, at: '2026-11-25T17:00:00Z', version: 1 } // prettier-ignore
  site.respond(writeReview, refuse('not-yet', {}), review)
  site.openBooking()
  await heading('How was it?')
  press('Publish review')
  await text('Choose one to five stars')
  fireEvent.click(screen.getByRole('radio', { name: '4 stars' }))
  fill('Your comments', ' Neat. ')
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
  await text('This link is incomplete or doesn’t match. Open it again from the email.')
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
  await text(/^Message from the business: Kim is ill/)
})

test('when the business is off the site, its customer still reads its name, place, phone and the time', async () => {
  using site = await startWithBooking()
  site.respond(readBusiness, refuse('not-found'))
  site.openBooking()
  await heading('Haircut')
  for (const shown of ['at Fenwick', '1 Main St, Boise, ID 83702', '(208) 555-0123']) await text(shown)
  expect(screen.getAllByText(/Nov.*10:00 AM/).length).toBeGreaterThan(0)
  screen.getByRole('button', { name: 'Cancel booking' })
  expect(screen.queryByRole('link', { name: 'at Fenwick' })).toBeNull()
})

test('whoever has no account finds their bookings by the address, and reads the same whether or not there are any', async () => {
  using site = await startSite()
  site.respond(mailBookingLinks, undefined)
  site.open('/bookings')
  await heading('Find my booking')
  fill('Email address', 'cleo@')
  press('Email me a link')
  await waitFor(() => expect(document.activeElement).toBe(field('Email address')))
  expect(site.received(mailBookingLinks)).toEqual([])
  fill('Email address', ' cleo@example.com ')
  press('Email me a link')
  await text('Check your email at cleo@example.com')
  expect(site.received(mailBookingLinks)[0]?.body).toEqual({ email: 'cleo@example.com' })
})

test('the mailed link opens every booking that it names, and those with a new message are marked', async () => {
  using site = await startSite()
  const business = aBusiness()
  const [first, second] = [aBooking(business.id), aBooking(business.id, { serviceName: 'Beard trim' })]
  site.respond(booking.openManageLink, () => {
    site.visit.openedBookings = [first.id, second.id]
    return undefined
  })
  site.respond(booking.readBooking, ({ params }) =>
    params.bookingId === first.id ? first : { ...second, hasUnread: true as const },
  )
  const token = (letter: string) => letter.repeat(43)
  window.location.hash = `${first.id}.${token('a')}~${second.id}.${token('b')}`
  site.open('/bookings')
  await text('Beard trim')
  expect(screen.getAllByText('New message')).toHaveLength(1)
  expect(site.received(booking.openManageLink)).toMatchObject([
    { params: { bookingId: first.id }, body: { token: token('a') } },
    { params: { bookingId: second.id }, body: { token: token('b') } },
  ])
})

test('once a visit has begun its booker reads nothing of cancelling it', async () => {
  using site = await startWithBooking({ start: '2026-11-21T19:00:00Z', end: '2026-11-21T19:30:00Z' })
  site.openBooking()
  await text('Confirmed')
  expect(screen.queryByText(/Cancel before|ancellation/)).toBeNull()
  using later = await startWithBooking()
  later.openBooking()
  await text(/^Free cancellation until/)
})

test('both sides of a complaint are read, and an offer that is accepted ends it', async () => {
  const complaint = { text: 'Nobody was there', reply: 'Our alarm failed', decideBy: '2026-12-01T17:00:00Z' }
  const complained = { complainedAt: '2026-11-24T17:00:00Z', offeredShare: 4000 }
  using site = await startWithBooking(complained)
  const open = { ...site.booked, complaint }
  site.respond(booking.readBooking, open)
  site.respond(booking.acceptRefund, { ...site.booked, complaintDecision: 'refunded', refundShare: 4000 })
  site.openBooking()
  await text('Nobody was there')
  await text('Our alarm failed')
  await text(/^We decide by /)
  site.respond(booking.readBooking, { ...open, complaintDecision: 'refunded', refundShare: 4000 })
  press('Accept $18.00')
  await text('Refund approved')
  expect(site.received(booking.acceptRefund)[0]?.body).toEqual({ offeredShare: 4000 })
})

test('what becomes of the money appears on an open receipt, a guest’s too, until it is back', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
  onTestFinished(() => void vi.restoreAllMocks())
  using site = await startSite()
  const { id: bookingId, businessId, serviceName, start, timeZone, price } = aBooking(aBusiness().id)
  const paid = { kind: 'paid' as const, at: '2026-11-20T17:00:00Z', amount: price }
  const receipt = {
    ...{ bookingId, businessId, serviceName, start, timeZone, number: '1', paymentId: newId('payment') },
    ...{ businessName: 'Fenwick', paidAt: paid.at, lines: [paid], total: price, funds: 'held' as const },
  }
  const heldUntil = { ...receipt, releaseAt: '2026-11-26T17:30:00Z' }
  site.respond(readReceipt, receipt, heldUntil, { ...receipt, funds: 'refunded' })
  site.open(`/bookings/${bookingId}/receipt`)
  await text('We pay the business after your visit.')
  vi.advanceTimersByTime(5_000)
  await text(/^We hold it until Thu, Nov 26, 10:30 AM/)
  vi.advanceTimersByTime(5_000)
  await text('Refunded to you.')
  vi.advanceTimersByTime(60_000)
  await new Promise((done) => setTimeout(done, 20))
  expect(site.received(readReceipt)).toHaveLength(3)
})
