// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { decideComplaint, listComplaints } from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { listRefusedPayments, readReceipt } from '@buy-locals/contracts/payment/operations'
import { choose, errorOf, fill, press } from '@buy-locals/features/testing/acts'
import { aBooking, aMarket, aRefusedPayment } from '@buy-locals/features/testing/examples'
import { heading, startDashboard, text } from './support'

function startMarket() {
  const dashboard = startDashboard({ role: 'operator' })
  const market = aMarket()
  dashboard.respond(business.listMarkets, { items: [market] })
  dashboard.respond(listRefusedPayments, { items: [] })
  return Object.assign(dashboard, { market })
}

test('an operator writes the fee as a percentage, and it is kept to the hundredth', async () => {
  using dashboard = startMarket()
  dashboard.respond(business.changeMarket, dashboard.market)
  dashboard.open('/operator/settings')
  await screen.findByLabelText(/^Fee/)
  fill('Name of the market', 'Boise and Garden City')
  fill('Fee', '2.75')
  fill('Time to report a problem', '72')
  press('Save')
  await text('Saved.')
  expect(dashboard.received(business.changeMarket)).toMatchObject([
    {
      params: { marketId: dashboard.market.id },
      body: { name: 'Boise and Garden City', feeBasisPoints: 275, complaintHours: 72 },
    },
  ])
})

test('a market keeps a fee and a time to complain: an empty line is not saved', async () => {
  using dashboard = startMarket()
  dashboard.open('/operator/settings')
  await screen.findByLabelText(/^Fee/)
  fill('Fee', '')
  fill('Time to report a problem', '')
  press('Save')
  await screen.findAllByText('Fill this in.')
  expect([errorOf('Fee'), errorOf('Time to report a problem')]).toEqual(['Fill this in.', 'Fill this in.'])
})

/** A customer has complained of a paid visit. */
function startWithComplaint(changes: Parameters<typeof aBooking>[1] = {}) {
  const dashboard = startMarket()
  const complainedAt = '2026-11-25T17:00:00Z'
  const booked = aBooking(dashboard.business.id, { status: 'completed', complainedAt, ...changes })
  const complaint = {
    ...booked,
    businessName: 'Fenwick',
    customer: { name: 'Cleo' },
    complaintText: 'Nobody was there.',
  }
  dashboard.respond(listComplaints, { items: [complaint] }, { items: [] })
  dashboard.respond(readReceipt, refuse('not-found'))
  dashboard.respond(decideComplaint, booked)
  dashboard.open('/operator/complaints')
  return Object.assign(dashboard, { booked })
}

test('an operator reads the complaint and gives back the share they decide, with a reason', async () => {
  using dashboard = startWithComplaint()
  await text('Nobody was there.')
  press('Decide about Haircut for Cleo')
  choose('Back to the customer')
  fill('Share that is given back', '40')
  press('Decide about Haircut for Cleo')
  await text('Fill this in.')
  expect(dashboard.received(decideComplaint)).toEqual([])
  fill('Reason', 'The door was closed.')
  press('Decide about Haircut for Cleo')
  await text('Decided. Both are told.')
  await text('Nothing to decide')
  expect(dashboard.received(decideComplaint)).toMatchObject([
    {
      params: { bookingId: dashboard.booked.id },
      body: { outcome: 'refunded', refundShare: 4000, reason: 'The door was closed.' },
    },
  ])
})

test('the money goes to the business where an operator decides so', async () => {
  using dashboard = startWithComplaint()
  await text('Nobody was there.')
  press('Decide about Haircut for Cleo')
  choose('To the business')
  fill('Reason', 'The photos show the haircut.')
  press('Decide about Haircut for Cleo')
  await text('Decided. Both are told.')
  expect(dashboard.received(decideComplaint)[0]?.body.outcome).toBe('released')
})

test('with payments off an operator reads of no money: problems, decision and market settings', async () => {
  const money = /online|refund|given back|money|paid for|Back to the customer/i
  using dashboard = startWithComplaint({ payment: 'at-venue' })
  dashboard.respond(readConfig, Response.json({ payments: { mode: 'off' } }))
  cleanup()
  dashboard.open('/operator/complaints')
  await text('Nobody was there.')
  press('Decide about Haircut for Cleo')
  choose('The customer')
  expect(document.body.textContent).not.toMatch(money)
  expect(screen.queryByLabelText(/^Share/)).toBeNull()
  expect(dashboard.received(listRefusedPayments)).toEqual([])
  fill('Reason', 'The door was closed.')
  press('Decide about Haircut for Cleo')
  await text('Nothing to decide')
  expect(dashboard.received(decideComplaint)[0]?.body.outcome).toBe('refunded')
  cleanup()
  dashboard.open('/operator/settings')
  await screen.findByLabelText(/^Time to report a problem/)
  expect(document.body.textContent).not.toMatch(money)
})

test('an operator finds what Stripe refused beside the problems, with the amount and whose it is', async () => {
  using dashboard = startMarket()
  dashboard.respond(listComplaints, { items: [] })
  const payment = aRefusedPayment({ refund: { amount: 2250, currency: 'USD' }, businessName: 'Gentle Barber' })
  dashboard.respond(listRefusedPayments, { items: [payment] })
  dashboard.open('/operator/complaints')
  await heading('Refused by Stripe')
  await text(/Gentle Barber/)
  await text(/Refund of \$22\.50/)
})

test('a business that waits is approved with one press, and leaves the list', async () => {
  using dashboard = startMarket()
  const waiting = { ...dashboard.business, status: 'pending' as const }
  dashboard.respond(business.listMarketBusinesses, { items: [waiting] }, { items: [] })
  dashboard.respond(business.approveBusiness, dashboard.business)
  dashboard.open('/operator/businesses')
  await heading('Fenwick')
  press('Approve Fenwick')
  await text('Fenwick is on the site.')
  await text('None in this state')
})

test('what a published business has changed is shown beside what it was, and approved or refused', async () => {
  using dashboard = startMarket()
  const proposed = { name: 'Great Bank', categories: ['finance' as const], website: null }
  dashboard.respond(business.listMarketBusinesses, { items: [{ ...dashboard.business, proposed }] })
  dashboard.respond(business.approveBusiness, dashboard.business)
  dashboard.open('/operator/businesses')
  await text('Name: Fenwick → Great Bank')
  press('Refuse the changes of Fenwick')
  await text('Decided. Fenwick is up to date on the site.')
  expect(dashboard.received(business.approveBusiness)[0]?.body).toEqual({ outcome: 'refused' })
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
  await dialog.findByText('Fill this in.')
  fill('Reason', 'It has closed.', dialog)
  press('Suspend', dialog)
  await text('Fenwick is off the site.')
  expect(dashboard.received(business.suspendBusiness).map(({ body }) => body)).toEqual([{ reason: 'It has closed.' }])
})
