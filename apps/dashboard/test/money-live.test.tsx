// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { listBusinessBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import {
  listTransactions,
  readBalance,
  readEarnings,
  readPayee,
  readReceipt,
} from '@buy-locals/contracts/payment/operations'
import { aBooking } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { connectRealtime } from './realtime'
import { startDashboard, text } from './support'

const usd = (amount: number) => ({ amount, currency: 'USD' as const })

test('until when money is held is read once the payment has followed the booking', async () => {
  using dashboard = startDashboard()
  const push = connectRealtime(dashboard)
  const booked = aBooking(dashboard.business.id, { status: 'no-show', refundShare: 0 })
  const { id: bookingId, businessId, serviceName, start, timeZone } = booked
  const paid = { kind: 'paid' as const, at: '2026-11-20T17:00:00Z', amount: usd(4500) }
  const receipt = {
    ...{ bookingId, businessId, serviceName, start, timeZone, number: '1', paymentId: newId('payment') },
    ...{ businessName: 'Fenwick', paidAt: paid.at, lines: [paid], total: usd(4500), funds: 'held' as const },
  }
  dashboard.respond(listBusinessBookings, { timeZone, items: [], heldMoves: [], blocks: [] })
  dashboard.respond(readBooking, booked)
  dashboard.respond(readReceipt, receipt, { ...receipt, releaseAt: '2026-11-26T17:30:00Z' })
  dashboard.open(`board/bookings/${bookingId}?day=2026-11-24`)
  await text('Held until after the visit')
  await push({ type: 'payment.changed', id: receipt.paymentId, version: 3 })
  await text('Held until Thu, Nov 26, 10:30 AM')
})

test('the days of the next payouts, and that payouts are ready, appear by themselves', async () => {
  using dashboard = startDashboard()
  const push = connectRealtime(dashboard)
  const payee = { chargesEnabled: false, payoutsEnabled: false, requirements: [] }
  dashboard.respond(readPayee, { ...payee, status: 'onboarding' }, { ...payee, status: 'ready', chargesEnabled: true, payoutsEnabled: true }) // prettier-ignore
  dashboard.respond(readBalance, { held: usd(4275), frozen: usd(0), disputed: usd(0), released: usd(0), owed: usd(0) })
  dashboard.respond(readEarnings, { releases: [], months: [] }, { releases: [{ date: '2026-11-30', amount: usd(4275) }], months: [] }) // prettier-ignore
  dashboard.respond(listTransactions, { items: [] })
  dashboard.respond(readReceipt, refuse('not-found'))
  dashboard.open('money')
  await screen.findByRole('heading', { name: 'Payments' })
  expect(screen.queryByText('Monday, November 30')).toBeNull()
  await push({ type: 'payment.changed', id: newId('payment'), version: 3 })
  await text('Monday, November 30')
  const reads = dashboard.received(readPayee).length
  await push({ type: 'payee.changed', id: dashboard.business.id, version: 2 })
  await expect.poll(() => dashboard.received(readPayee).length).toBe(reads + 1)
})
