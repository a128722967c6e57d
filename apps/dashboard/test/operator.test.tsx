// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { listOwners, readClaimant } from '@buy-locals/contracts/auth/operations'
import {
  decideComplaint,
  decideMessageReport,
  listComplaints,
  listMessages,
  listReportedMessages,
  listServices,
} from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { listRefusedPayments, readReceipt } from '@buy-locals/contracts/payment/operations'
import { decideFlag, listFlaggedReviews } from '@buy-locals/contracts/review/operations'
import { choose, errorOf, field, fill, press } from '@buy-locals/features/testing/acts'
import { aBooking, aMarket, aRefusedPayment, aReview, aService, aThread } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { queryClient } from '../src/api/queries'
import { heading, startDashboard, text } from './support'

function startMarket() {
  const dashboard = startDashboard({ role: 'operator' })
  const market = aMarket()
  dashboard.respond(business.listMarkets, { items: [market] })
  dashboard.respond(listRefusedPayments, { items: [] })
  for (const list of [
    business.listMarketBusinesses,
    business.listClaims,
    business.listListingReports,
    listComplaints,
    listReportedMessages,
    listFlaggedReviews,
  ])
    // prettier-ignore
    dashboard.respond(list, { items: [] })
  dashboard.respond(listOwners, {
    items: [{ personId: dashboard.me.id, name: 'Rosa Lane', email: 'rosa@example.com' }],
  })
  return Object.assign(dashboard, { market })
}

test('on a phone the pages of the market are in a menu, which a chosen page closes', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  onTestFinished(() => void vi.unstubAllGlobals())
  using dashboard = startMarket()
  dashboard.respond(business.listMarketBusinesses, { items: [] })
  dashboard.respond(listFlaggedReviews, { items: [] })
  dashboard.open('/operator/businesses')
  await heading('Businesses')
  expect(screen.queryByRole('link', { name: 'Complaints' })).toBeNull()
  press('Menu')
  fireEvent.click(screen.getByRole('link', { name: 'Reported reviews' }))
  await heading('Reported reviews')
  expect(screen.getByRole('button', { name: 'Menu' }).getAttribute('aria-expanded')).toBe('false')
  expect(screen.queryByRole('link', { name: 'Businesses' })).toBeNull()
  expect(document.activeElement?.id).toBe('main')
})

test('an operator sees where something waits for them, in the market that they chose', async () => {
  using dashboard = startMarket()
  const other = aMarket({ name: 'Nampa' })
  dashboard.respond(business.listMarkets, { items: [dashboard.market, other] })
  const waiting = { ...dashboard.business, status: 'pending' as const }
  dashboard.respond(business.listMarketBusinesses, ({ params, query }) =>
    params.marketId === other.id && query.status === 'pending'
      ? { items: [waiting, { ...waiting, id: newId('business') }], nextCursor: 'more' }
      : { items: [] },
  )
  dashboard.respond(listServices, { items: [] })
  dashboard.open('/operator/complaints')
  await heading('Complaints')
  screen.getByRole('link', { name: 'Businesses' })
  fill('Market', other.id)
  fireEvent.click(await screen.findByRole('link', { name: 'Businesses, 2+ to decide' }))
  await heading('Businesses')
  expect((screen.getByLabelText('Market') as HTMLSelectElement).value).toBe(other.id)
})

test('each page of a market has the count of what waits there, and none where nothing does', async () => {
  using dashboard = startMarket()
  const { id, slug, name, address } = dashboard.business
  const listed = { ...{ id, slug, name, address }, claimed: true, status: 'published' as const }
  const report = () => ({
    ...{ id: newId('listingReport'), fault: 'closed' as const, reportedAt: '2026-11-20T18:00:00Z' },
    business: listed,
  })
  const review = () => ({ ...aReview(id), flag: { reason: 'She was never here.', at: '2026-11-24T08:00:00Z' } })
  dashboard.respond(business.listListingReports, { items: [report(), report()] })
  dashboard.respond(listFlaggedReviews, { items: [review(), review(), review()] })
  dashboard.open('/operator/settings')
  await screen.findByRole('link', { name: 'Reported reviews, 3 to decide' })
  await screen.findByRole('link', { name: 'Listing reports, 2 to decide' })
  for (const page of ['Businesses', 'Complaints', 'Claims', 'Reported messages'])
    await screen.findByRole('link', { name: page })
})

test('an operator writes the fee as a percentage, and it is kept to the hundredth', async () => {
  using dashboard = startMarket()
  dashboard.respond(business.changeMarket, dashboard.market)
  dashboard.open('/operator/settings')
  await screen.findByLabelText(/^Fee/)
  fill('Market name', 'Boise and Garden City')
  fill('Fee', '2.75')
  fill('Complaint window', '72')
  press('Save')
  await text('Saved.')
  expect(dashboard.received(business.changeMarket)).toMatchObject([
    {
      params: { marketId: dashboard.market.id },
      body: { name: 'Boise and Garden City', feeBasisPoints: 275, complaintHours: 72 },
    },
  ])
})

test('an operator says whom people of the market write to, together with the other settings, and a phone alone is no contact', async () => {
  using dashboard = startMarket()
  const version = dashboard.market.version + 1
  dashboard.respond(business.changeMarket, { ...dashboard.market, version })
  dashboard.open('/operator/settings')
  await screen.findByLabelText(/^Phone/)
  fill('Phone', '208 555 0123')
  press('Save')
  await screen.findByText('Enter an email address like name@example.com')
  fill('Email', 'Help@Boise.example')
  fill('Complaint window', '72')
  press('Save')
  await text('Saved.')
  const contact = { email: 'help@boise.example', phone: '+12085550123' }
  expect(dashboard.received(business.changeMarket)).toMatchObject([{ body: { complaintHours: 72, contact } }])
  fill('Email', '')
  fill('Phone', '')
  press('Save')
  await waitFor(() => expect(dashboard.received(business.changeMarket)).toHaveLength(2))
  expect(dashboard.received(business.changeMarket)[1]).toMatchObject({
    ifMatch: `"${version}"`,
    body: { contact: null },
  })
})

test('a market keeps a fee and a time to complain: an empty line is not saved', async () => {
  using dashboard = startMarket()
  dashboard.open('/operator/settings')
  await screen.findByLabelText(/^Fee/)
  fill('Fee', '')
  fill('Complaint window', '')
  press('Save')
  await screen.findByText('Enter the fee in percent')
  expect([errorOf('Fee'), errorOf('Complaint window')]).toEqual([
    'Enter the fee in percent',
    'Enter the complaint window in hours',
  ])
})

/** A customer has complained of a paid visit. */
function startWithComplaint(changes: Parameters<typeof aBooking>[1] = {}, sides: { complaintReply?: string } = {}) {
  const dashboard = startMarket()
  const complainedAt = '2026-11-25T17:00:00Z'
  const booked = aBooking(dashboard.business.id, { status: 'completed', complainedAt, ...changes })
  const complaint = {
    ...booked,
    businessName: 'Fenwick',
    customer: { name: 'Cleo' },
    complaintText: 'Nobody was there.',
    ...sides,
  }
  dashboard.respond(listComplaints, { items: [complaint] }, { items: [] })
  dashboard.respond(readReceipt, refuse('not-found'))
  dashboard.respond(decideComplaint, booked)
  dashboard.open('/operator/complaints')
  return Object.assign(dashboard, { booked })
}

test('an operator reads the complaint and refunds the amount they decide, which the button names, with a reason', async () => {
  using dashboard = startWithComplaint()
  await text('Nobody was there.')
  press('Decide about Haircut for Cleo')
  choose('Refund the customer')
  fill('Amount to refund', '50')
  press('Refund')
  await text('Enter $45.00 at most')
  fill('Amount to refund', '18')
  press('Refund $18.00')
  await text('Enter a reason')
  expect(dashboard.received(decideComplaint)).toEqual([])
  fill('Reason', 'The door was closed.')
  press('Refund $18.00')
  await text('Decided. Both sides are notified.')
  await text('No open complaints')
  expect(dashboard.received(decideComplaint)).toMatchObject([
    {
      params: { bookingId: dashboard.booked.id },
      body: { outcome: 'refunded', refundShare: 4000, reason: 'The door was closed.' },
    },
  ])
})

test('the decision of an operator is not lost by Cancel, unless they say so', async () => {
  using dashboard = startWithComplaint()
  await text('Nobody was there.')
  press('Decide about Haircut for Cleo')
  fill('Reason', 'The door was closed.')
  press('Cancel')
  press('Keep editing', within(await screen.findByRole('dialog', { name: 'Leave without saving?' })))
  expect(field('Reason').value).toBe('The door was closed.')
  press('Cancel')
  press('Leave', within(await screen.findByRole('dialog', { name: 'Leave without saving?' })))
  press('Decide about Haircut for Cleo')
  expect(field('Reason').value).toBe('')
  expect(dashboard.received(decideComplaint)).toEqual([])
})

test('an operator reads what refund the business has offered', async () => {
  using dashboard = startWithComplaint({ offeredShare: 4_000 }, { complaintReply: 'The bus was late.' })
  await text('Offers to refund $18.00. The customer hasn’t accepted it.')
  expect(dashboard.received(listComplaints)).toHaveLength(1)
})

test('a complaint that was made before the visit was completed stands before that in the history', async () => {
  for (const [completedAt, order] of [
    ['2026-11-26T17:00:00Z', ['Booked', 'The customer', 'Completed']],
    ['2026-11-24T17:00:00Z', ['Booked', 'Completed', 'The customer']],
  ] as const) {
    using dashboard = startWithComplaint({ completedAt })
    await text('Nobody was there.')
    const history = screen.getByRole('heading', { name: 'History' }).parentElement?.querySelectorAll('li') ?? []
    expect([...history].map(({ textContent }) => /^(The customer|\w+ed)/.exec(textContent)?.[0])).toEqual(order)
    expect(dashboard.received(listComplaints)).toHaveLength(1)
  }
})

test('an operator reads what is due next: a reply, the decision, or that it is overdue', async () => {
  onTestFinished(() => void vi.useRealTimers())
  const decide = 'Decide by Wed, Dec 2, 10:00 AM.'
  const reply = { complaintReply: 'The bus was late.' }
  for (const [now, sides, due] of [
    ['2026-11-26T17:00:00Z', {}, `Wait for a reply until Sat, Nov 28, 10:00 AM. ${decide}`],
    ['2026-11-26T17:00:00Z', reply, decide],
    ['2026-11-28T17:00:00Z', {}, decide],
    ['2026-12-02T17:00:00Z', reply, 'Overdue: the decision was due by Wed, Dec 2, 10:00 AM.'],
  ] as const) {
    vi.setSystemTime(now)
    using dashboard = startWithComplaint({}, sides)
    await text(due)
    expect(dashboard.received(listComplaints)).toHaveLength(1)
  }
})

test('the money goes to the business where an operator decides so', async () => {
  using dashboard = startWithComplaint()
  await text('Nobody was there.')
  press('Decide about Haircut for Cleo')
  choose('Pay the business')
  fill('Reason', 'The photos show the haircut.')
  press('Pay the business')
  await text('Decided. Both sides are notified.')
  expect(dashboard.received(decideComplaint)[0]?.body.outcome).toBe('released')
})

test('with payments off an operator reads of no money: problems, decision and market settings', async () => {
  const money = /online|refund|given back|money|paid for/i
  using dashboard = startWithComplaint({ payment: 'at-venue' })
  dashboard.respond(readConfig, Response.json({ payments: { mode: 'off' } }))
  cleanup()
  dashboard.open('/operator/complaints')
  await text('Nobody was there.')
  press('Decide about Haircut for Cleo')
  choose('In favor of the customer')
  expect(document.body.textContent).not.toMatch(money)
  expect(screen.queryByLabelText(/^Share/)).toBeNull()
  expect(dashboard.received(listRefusedPayments)).toEqual([])
  fill('Reason', 'The door was closed.')
  press('Decide')
  await text('No open complaints')
  expect(dashboard.received(decideComplaint)[0]?.body.outcome).toBe('refunded')
  cleanup()
  dashboard.open('/operator/settings')
  await screen.findByLabelText(/^Complaint window/)
  expect(document.body.textContent).not.toMatch(money)
})

test('an operator finds what Stripe refused beside the problems, with the amount and whose it is', async () => {
  using dashboard = startMarket()
  dashboard.respond(listComplaints, { items: [] })
  const payment = aRefusedPayment({ refund: { amount: 2250, currency: 'USD' }, businessName: 'Gentle Barber' })
  dashboard.respond(listRefusedPayments, { items: [payment] })
  dashboard.open('/operator/complaints')
  await heading('Failed at Stripe')
  await text(/Gentle Barber/)
  await text(/Refund of \$22\.50/)
})

test('a business that waits is approved once it is said what that does, and leaves the list', async () => {
  using dashboard = startMarket()
  const waiting = { ...dashboard.business, status: 'pending' as const }
  dashboard.respond(business.listMarketBusinesses, { items: [waiting] }, { items: [] })
  dashboard.respond(business.approveBusiness, dashboard.business)
  dashboard.open('/operator/businesses')
  await heading('Fenwick')
  press('Approve Fenwick')
  const dialog = within(await screen.findByRole('dialog', { name: 'Publish Fenwick?' }))
  dialog.getByText('Customers can find it and book. The owner is notified by email.')
  expect(dashboard.received(business.approveBusiness)).toEqual([])
  press('Approve', dialog)
  await text('Fenwick is published.')
  await text('Nothing here')
})

test('what a published business has changed is shown beside what it was, and approved or refused', async () => {
  using dashboard = startMarket()
  const proposed = { name: 'Great Bank', categories: ['finance' as const], website: null, location: { lat: 43.61, lon: -116.2 } } // prettier-ignore
  dashboard.respond(business.listMarketBusinesses, { items: [{ ...dashboard.business, proposed }] })
  dashboard.respond(business.approveBusiness, dashboard.business)
  dashboard.open('/operator/businesses')
  await text('Name: Fenwick → Great Bank')
  await text('Map location: moves by 0.7 mi')
  press('Reject changes to Fenwick')
  const dialog = within(await screen.findByRole('dialog', { name: 'Reject the changes to Fenwick?' }))
  fill('Reason', 'Not a bank.', dialog)
  press('Reject changes', dialog)
  await text('Fenwick is up to date on the site.')
  expect(dashboard.received(business.approveBusiness)[0]?.body).toEqual({ outcome: 'refused', reason: 'Not a bank.' })
})

test('a business that waits shows what it offers and whether it can be paid, and is sent back with a reason', async () => {
  using dashboard = startMarket()
  const waiting = { ...dashboard.business, status: 'pending' as const }
  dashboard.respond(business.listMarketBusinesses, { items: [waiting] }, { items: [] })
  dashboard.respond(business.approveBusiness, { ...waiting, status: 'draft' })
  dashboard.respond(listServices, { items: [{ ...aService(waiting.id), awaitsPayments: true }] })
  dashboard.open('/operator/businesses')
  await text('1 service can’t be booked online yet')
  await text(/^Haircut \(/)
  await text('Owner: Rosa Lane')
  expect(screen.getByRole('link', { name: 'rosa@example.com' }).getAttribute('href')).toBe('mailto:rosa@example.com')
  press('Send back Fenwick')
  const dialog = within(await screen.findByRole('dialog', { name: 'Send Fenwick back?' }))
  press('Send back', dialog)
  await dialog.findByText('Enter a reason')
  fill('Reason', 'The address is missing.', dialog)
  press('Send back', dialog)
  await text('Fenwick is sent back.')
  expect(dashboard.received(business.approveBusiness).map(({ body }) => body)).toEqual([
    { outcome: 'returned', reason: 'The address is missing.' },
  ])
})

test('businesses are searched by name, and imports are listed apart', async () => {
  using dashboard = startMarket()
  dashboard.respond(business.listMarketBusinesses, { items: [] })
  dashboard.open('/operator/businesses')
  await text('Nothing here')
  choose('Published')
  choose('Imported')
  fill('Search by name', ' fen ')
  press('Search')
  await waitFor(() =>
    expect(dashboard.received(business.listMarketBusinesses).at(-1)?.query).toMatchObject({
      ...{ status: 'published', claimed: false, q: 'fen' },
    }),
  )
  await text('No business here matches “fen”')
})

test('a fee above fifteen percent is asked about before it is saved', async () => {
  using dashboard = startMarket()
  dashboard.respond(business.changeMarket, dashboard.market)
  dashboard.open('/operator/settings')
  await screen.findByLabelText(/^Fee/)
  fill('Fee', '25')
  press('Save')
  const dialog = within(await screen.findByRole('dialog', { name: 'Charge a fee of 25%?' }))
  expect(dashboard.received(business.changeMarket)).toEqual([])
  press('Charge this fee', dialog)
  await text('Saved.')
  expect(dashboard.received(business.changeMarket)[0]?.body).toMatchObject({ feeBasisPoints: 2500 })
})

test('a fee of fifteen percent is saved at once, and so is anything else of a market whose fee was high before', async () => {
  using dashboard = startMarket()
  dashboard.respond(business.changeMarket, dashboard.market)
  dashboard.open('/operator/settings')
  await screen.findByLabelText(/^Fee/)
  fill('Fee', '15')
  press('Save')
  await text('Saved.')
  cleanup()
  queryClient.clear()
  dashboard.respond(business.listMarkets, { items: [{ ...dashboard.market, feeBasisPoints: 2_000 }] })
  dashboard.open('/operator/settings')
  await screen.findByLabelText(/^Fee/)
  fill('Market name', 'Boise Valley')
  press('Save')
  await text('Saved.')
  expect(dashboard.received(business.changeMarket).map(({ body }) => [body.name, body.feeBasisPoints])).toEqual([
    [dashboard.market.name, 1_500],
    ['Boise Valley', 2_000],
  ])
})

test('a fee that was a slip is not saved, and one above thirty percent is none', async () => {
  using dashboard = startMarket()
  dashboard.open('/operator/settings')
  await screen.findByLabelText(/^Fee/)
  fill('Fee', '15.01')
  press('Save')
  const dialog = within(await screen.findByRole('dialog', { name: 'Charge a fee of 15.01%?' }))
  press('Cancel', dialog)
  fill('Fee', '30.01')
  press('Save')
  await waitFor(() => expect(errorOf('Fee')).toBe('Enter 30 or less'))
  expect(dashboard.received(business.changeMarket)).toEqual([])
})

test('a business is suspended only with a reason', async () => {
  using dashboard = startMarket()
  dashboard.respond(business.listMarketBusinesses, { items: [dashboard.business] })
  dashboard.respond(business.suspendBusiness, { ...dashboard.business, status: 'suspended' })
  dashboard.open('/operator/businesses')
  await heading('Fenwick')
  press('Suspend Fenwick')
  const dialog = within(await screen.findByRole('dialog', { name: 'Suspend Fenwick?' }))
  press('Suspend', dialog)
  await dialog.findByText('Enter a reason')
  fill('Reason', 'It has closed.', dialog)
  press('Suspend', dialog)
  await text('Fenwick is hidden. You can undo this under “Suspended”.')
  expect(dashboard.received(business.suspendBusiness).map(({ body }) => body)).toEqual([{ reason: 'It has closed.' }])
})

test('an operator reads what is reported of a page, and takes it off the list', async () => {
  using dashboard = startMarket()
  const { id, slug, name, address, claimed, status } = dashboard.business
  const report = { id: newId('listingReport'), business: { id, slug, name, address, claimed, status }, fault: 'closed' as const, note: 'Since May.', reportedAt: '2026-11-20T18:00:00Z' } // prettier-ignore
  dashboard.respond(business.listListingReports, { items: [report] }, { items: [] })
  dashboard.respond(business.resolveListingReport, {})
  dashboard.open('/operator/reports')
  await text('Closed for good')
  await text('Since May.')
  press(`Mark as resolved: the report of ${name}`)
  await text('Reports of wrong or closed listings appear here.')
  expect(dashboard.received(business.resolveListingReport)).toMatchObject([{ params: { reportId: report.id } }])
})

test('a page that is reported is taken off the site from there, and the report stays until it is resolved', async () => {
  using dashboard = startMarket()
  const { id, slug, name, address } = dashboard.business
  const listed = { ...{ id, slug, name, address }, claimed: false, status: 'published' as const }
  const report = { id: newId('listingReport'), business: listed, fault: 'closed' as const, reportedAt: '2026-11-20T18:00:00Z' } // prettier-ignore
  const suspended = { ...report, business: { ...listed, status: 'suspended' as const } }
  dashboard.respond(business.listListingReports, { items: [report] }, { items: [suspended] })
  dashboard.respond(business.suspendBusiness, { ...dashboard.business, status: 'suspended' })
  dashboard.open('/operator/reports')
  await text('Closed for good')
  press('Suspend Fenwick')
  const dialog = within(await screen.findByRole('dialog', { name: 'Suspend Fenwick?' }))
  dialog.getByText('Hidden immediately. It has no owner on Buy Locals.')
  fill('Reason', 'It has closed.', dialog)
  press('Suspend', dialog)
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Suspend Fenwick' })).toBeNull())
  screen.getByRole('button', { name: 'Mark as resolved: the report of Fenwick' })
})

/** Ann says that the page of Fenwick is hers. */
function startWithClaim({ emailVerified = true } = {}) {
  const dashboard = startMarket()
  const { id: businessId, slug, name, address } = dashboard.business
  const claim = {
    ...{ id: newId('claim'), businessId, status: 'pending' as const, createdAt: '2026-11-20T18:00:00Z' },
    ...{ business: { id: businessId, slug, name, address, phone: '+12085550142' }, note: 'Call the shop and ask for Ann.' },
  } // prettier-ignore
  dashboard.respond(business.listClaims, { items: [claim] }, { items: [] })
  dashboard.respond(readClaimant, { name: 'Ann Lane', email: 'ann@example.com', emailVerified })
  dashboard.respond(business.decideClaim, claim)
  dashboard.open('/operator/claims')
  return Object.assign(dashboard, { claim })
}

test('an operator reads who claims a page and how it can be checked, and hands the page over', async () => {
  using dashboard = startWithClaim()
  const { business: claimed, id: claimId } = dashboard.claim
  await heading(claimed.name)
  await text('Call the shop and ask for Ann.')
  await text('Claimed by Ann Lane')
  expect(screen.getByRole('link', { name: 'ann@example.com' }).getAttribute('href')).toBe('mailto:ann@example.com')
  expect(screen.queryByText('Email not verified')).toBeNull()
  await text(/^\(208\) 555-0142/)
  await text(/Fri, Nov 20, 11:00/)
  expect(screen.getByRole('link', { name: 'Open the page' }).getAttribute('href')).toBe(`/b/${claimed.slug}`)
  press(`Approve ${claimed.name}`)
  const dialog = within(await screen.findByRole('dialog', { name: `Hand over ${claimed.name}?` }))
  expect(dashboard.received(business.decideClaim)).toEqual([])
  press('Approve', dialog)
  await text('Decided. They get your answer by email.')
  await text('Claims that need your decision appear here.')
  const decided = dashboard.received(business.decideClaim)
  expect(decided).toMatchObject([{ params: { claimId }, body: { outcome: 'approved' } }])
  expect(decided[0]?.body).not.toHaveProperty('reason')
})

test('a claim is rejected only with a reason', async () => {
  using dashboard = startWithClaim()
  await heading('Fenwick')
  press('Reject the claim of Fenwick')
  const dialog = within(await screen.findByRole('dialog', { name: 'Reject the claim of Fenwick?' }))
  press('Reject', dialog)
  await dialog.findByText('Enter a reason')
  fill('Reason', '  ', dialog)
  press('Reject', dialog)
  expect(dashboard.received(business.decideClaim)).toEqual([])
  fill('Reason', 'Nobody answered.', dialog)
  press('Reject', dialog)
  await text('Claims that need your decision appear here.')
  expect(dashboard.received(business.decideClaim).map(({ body }) => body)).toEqual([
    { outcome: 'rejected', reason: 'Nobody answered.' },
  ])
})

test('an operator is warned of a claimant whose address anybody could have written', async () => {
  using dashboard = startWithClaim({ emailVerified: false })
  await text('Claimed by Ann Lane')
  await text('Email not verified')
  expect(dashboard.received(readClaimant)).toHaveLength(1)
})

test('a reported review is read with what the business wrote, and removed or kept with a reason', async () => {
  using dashboard = startMarket()
  const review = {
    ...aReview(dashboard.business.id),
    flag: { reason: 'She was never here.', at: '2026-11-24T08:00:00Z' },
  }
  dashboard.respond(listFlaggedReviews, { items: [review] }, { items: [] })
  dashboard.respond(decideFlag, review)
  dashboard.open('/operator/reported-reviews')
  await text('She was never here.')
  await heading('Fenwick')
  press(`Remove the review by ${review.by}`)
  const dialog = within(await screen.findByRole('dialog', { name: `Remove the review by ${review.by}?` }))
  dialog.getByText(
    `It leaves the page and the rating for good. The business and ${review.by} get your reason by email.`,
  )
  press('Remove', dialog)
  await dialog.findByText('Enter a reason')
  fill('Reason', 'It is not about a visit.', dialog)
  press('Remove', dialog)
  await text('The review is removed. Both sides are notified.')
  expect(dashboard.received(decideFlag).map(({ body }) => body)).toEqual([
    { outcome: 'removed', reason: 'It is not about a visit.' },
  ])
  await text('No reported reviews')
})

test('an operator reads a reported message with the reason and all around it, and removes it', async () => {
  using dashboard = startMarket()
  const [message, reply] = [
    { number: 1, sentBy: 'consumer', text: 'You will be sorry', sentAt: '2026-11-24T08:00:00Z' },
    { number: 2, sentBy: 'business', text: 'Please stay away', sentAt: '2026-11-24T09:00:00Z' },
  ] as const
  const { id: bookingId, serviceName, start, timeZone } = aBooking(dashboard.business.id)
  const report = {
    ...{ id: newId('messageReport'), bookingId, serviceName, start, timeZone, message },
    ...{ businessId: dashboard.business.id, businessName: 'Fenwick', customerName: 'Cora Lane' },
    ...{ reason: 'She threatens us', reportedAt: '2026-11-24T10:00:00Z' },
  }
  dashboard.respond(listReportedMessages, { items: [report] }, { items: [] })
  dashboard.respond(listMessages, aThread({ items: [reply, message] }))
  dashboard.respond(decideMessageReport, undefined)
  dashboard.open('/operator/reported-messages')
  await text('She threatens us')
  await text('You will be sorry')
  await text(/^Cora Lane wrote, /)
  await text(/^Fenwick reported it, /)
  press('See all messages of this booking')
  await text('Please stay away')
  expect(screen.queryByText(/You can no longer/)).toBeNull()
  expect(screen.queryByRole('button', { name: /^Report/ })).toBeNull()
  press('Remove the message from Cora Lane')
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove the message from Cora Lane?' }))
  dialog.getByText('Neither side can read it from then on. Both see your reason.')
  press('Remove', dialog)
  await dialog.findByText('Enter a reason')
  fill('Reason', 'A threat.', dialog)
  press('Remove', dialog)
  await text('The message is removed. Both sides are notified.')
  expect(dashboard.received(decideMessageReport).map(({ body }) => body)).toEqual([
    { outcome: 'removed', reason: 'A threat.' },
  ])
  await text('No reported messages')
})
