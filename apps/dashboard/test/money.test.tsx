// @vitest-environment jsdom
import { fireEvent, within, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { listCustomerNames } from '@buy-locals/contracts/booking/operations'
import { listTransactions, readBalance, readEarnings, readPayee } from '@buy-locals/contracts/payment/operations'
import { newId } from '@buy-locals/values/ids'
import { heading, startDashboard } from './support'

const usd = (amount: number) => ({ amount, currency: 'USD' as const })

test('an owner reads when money is paid out, what a month came to, and whose payment is which', async () => {
  using dashboard = startDashboard()
  const bookingId = newId('booking')
  const balance = { held: usd(4275), frozen: usd(0), disputed: usd(0), released: usd(0), owed: usd(0) }
  dashboard.respond(readPayee, { status: 'ready', chargesEnabled: true, payoutsEnabled: true, requirements: [] })
  dashboard.respond(readBalance, balance)
  dashboard.respond(readEarnings, {
    releases: [{ date: '2026-11-30', amount: usd(4275) }],
    months: [{ month: '2026-11', paid: usd(5500), returned: usd(-1000), fee: usd(225), net: usd(4275) }],
  })
  const row = { at: '2026-11-28T19:00:00Z', kind: 'payment' as const, bookingId, description: 'Haircut' }
  const items = [{ ...row, id: newId('entry'), gross: usd(4500), fee: usd(225), net: usd(4275) }]
  dashboard.respond(listTransactions, { items })
  dashboard.respond(listCustomerNames, { items: [{ bookingId, name: 'Cleo' }] })
  dashboard.open('money')
  await heading('Next payouts')
  await screen.findByText('Monday, November 30')
  const months = within(await screen.findByRole('table', { name: 'By month' }))
  months.getByRole('row', { name: 'November 2026 $42.75 $55.00 -$10.00 $2.25' })
  await screen.findByRole('row', { name: /\$42\.75 Payment Haircut Cleo \$45\.00/ })
  expect(dashboard.received(listCustomerNames).map(({ query }) => query)).toEqual([{ bookings: [bookingId] }])
})

test('earnings that cannot be read say so, with a way to try again', async () => {
  using dashboard = startDashboard()
  const balance = { held: usd(0), frozen: usd(0), disputed: usd(0), released: usd(0), owed: usd(0) }
  dashboard.respond(readPayee, { status: 'ready', chargesEnabled: true, payoutsEnabled: true, requirements: [] })
  dashboard.respond(readBalance, balance)
  dashboard.respond(listTransactions, { items: [] })
  dashboard.respond(readEarnings, refuse('internal'))
  dashboard.open('money')
  const again = await screen.findByRole('button', { name: 'Try again' })
  dashboard.respond(readEarnings, { releases: [{ date: '2026-11-30', amount: usd(4275) }], months: [] })
  fireEvent.click(again)
  await heading('Next payouts')
})
