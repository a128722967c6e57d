// @vitest-environment jsdom
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { createRoutesStub } from 'react-router'
import { expect, test } from 'vitest'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import { field, fill, press } from '@buy-locals/features/testing/acts'
import { aBooking, aBusiness } from '@buy-locals/features/testing/examples'
import TestCardForm from '../src/pay/test-card-form'
import { Frame } from '../src/site/frame'
import { heading, startSite, text } from './support'

const intent = {
  paymentIntentId: 'pi_1',
  clientSecret: 'secret',
  publishableKey: 'pk_test',
  amount: { amount: 4500, currency: 'USD' as const },
}
const confirmation = 'http://127.0.0.1/simulator/v1/payment_intents/pi_1/confirm'

/** A time is held for ten minutes; a test writes what the bank responds. */
async function startPaying({ holdExpiresAt = '2026-11-21T20:10:00Z', query = '' } = {}) {
  const site = await startSite()
  const business = aBusiness()
  const held = aBooking(business.id, { status: 'held', holdExpiresAt })
  const cards: URLSearchParams[] = []
  site.respond(readBusiness, business)
  site.respond(readBooking, held)
  site.respond(payBooking, intent)
  return Object.assign(site, {
    held,
    cards,
    bankResponds: (body: object) =>
      site.respondAt(confirmation, (request) => {
        cards.push(new URLSearchParams(request.body as string))
        return Response.json(body)
      }),
    openPayment: () => site.open(`/bookings/${held.id}/pay${query}`),
  })
}

test('a paid booking is shown as booked as soon as the payment has arrived', async () => {
  using site = await startPaying()
  site.bankResponds({ status: 'succeeded' })
  site.respond(readBooking, site.held, site.held, { ...site.held, status: 'confirmed' })
  site.openPayment()
  await screen.findByLabelText('Test card number')
  press('Pay $45.00')
  await text('Confirming your booking')
  await text('Booking confirmed')
  const [card] = site.cards
  expect(card?.get('payment_method_data[card][number]')).toBe('4242424242424242')
  expect(card?.get('payment_method_data[card][exp_month]')).toBe('12')
  expect(card?.get('payment_method_data[card][exp_year]')).toBe('2034')
  expect(card?.get('client_secret')).toBe('secret')
})

test('a declined card says why and that nothing was charged, and another card pays the same booking', async () => {
  using site = await startPaying()
  site.bankResponds({ error: { code: 'card_declined', decline_code: 'insufficient_funds' } })
  site.openPayment()
  await screen.findByLabelText('Test card number')
  fill('Test card number', '4000 0000 0000 9995')
  press('Pay $45.00')
  await text('Your card has insufficient funds. Use another card.')
  await text('You weren’t charged.')
  site.bankResponds({ status: 'succeeded' })
  fill('Test card number', '4242 4242 4242 4242')
  press('Pay $45.00')
  await text('Confirming your booking')
  expect(site.cards.map((card) => card.get('client_secret'))).toEqual(['secret', 'secret'])
})

/** What became of the card does not arrive, and the page is closed. */
async function payAndClose(site: Awaited<ReturnType<typeof startPaying>>) {
  site.respondAt(confirmation, unreachable)
  site.openPayment()
  await screen.findByLabelText('Test card number')
  press('Pay $45.00')
  await text('You’re offline. Check your connection, then try again.')
  cleanup()
}

test('whoever opens the page again while their card is charged waits for the booking, and does not pay again', async () => {
  using site = await startPaying()
  await payAndClose(site)
  site.respond(payBooking, refuse('payment/not-payable'))
  site.respond(readBooking, site.held, { ...site.held, status: 'confirmed' })
  site.openPayment()
  await text('Booking confirmed')
  expect(site.cards).toEqual([])
})

test('whoever opens the page again before their card was charged can pay', async () => {
  using site = await startPaying()
  await payAndClose(site)
  site.bankResponds({ status: 'succeeded' })
  site.openPayment()
  await screen.findByLabelText('Test card number')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Pay $45.00' }).ariaBusy).not.toBe('true'))
  press('Pay $45.00')
  await text('Confirming your booking')
})

test('a card that is not complete is not sent', async () => {
  using site = await startPaying()
  site.openPayment()
  await screen.findByLabelText('Test card number')
  fill('Expiry', '13/34')
  press('Pay $45.00')
  await text('Check the card number, expiry and security code.')
  expect(site.received(payBooking)).toEqual([])
})

test('when the line is down while paying, the card stays in the form and nothing is lost', async () => {
  using site = await startPaying()
  site.respond(payBooking, unreachable)
  site.openPayment()
  await screen.findByLabelText('Test card number')
  fill('Security code', '987')
  press('Pay $45.00')
  await text('You’re offline. Check your connection, then try again.')
  expect(field('Security code').value).toBe('987')
})

test('when the time to pay has run out, the way back to a free time is shown instead of the card', async () => {
  using site = await startPaying({ holdExpiresAt: '2026-11-21T20:00:00Z' })
  site.openPayment()
  await text('Time’s up')
  expect(screen.queryByLabelText('Test card number')).toBeNull()
  expect(screen.getByRole('link', { name: 'Choose a time' }).getAttribute('href')).toBe(
    `/b/fenwick/book/${site.held.serviceId}`,
  )
})

test('whoever comes back from their bank without confirming reads so and can try again', async () => {
  using site = await startPaying({ query: '?redirect_status=failed' })
  site.openPayment()
  await text('Your bank didn’t confirm the payment. Try again, or use another card.')
  await screen.findByLabelText('Test card number')
})

test('whoever comes back from their bank after confirming waits for the booking, and does not pay again', async () => {
  using site = await startPaying({ query: '?redirect_status=succeeded' })
  site.respond(readBooking, site.held, { ...site.held, status: 'confirmed' })
  site.openPayment()
  await text('Booking confirmed')
  expect(site.received(payBooking)).toEqual([])
})

test('where payments are switched off, the page says so and shows no card form', async () => {
  using site = await startPaying()
  site.visit.config = { ...site.visit.config, payments: { mode: 'off' } }
  site.openPayment()
  await text('Online payments are turned off.')
  expect(screen.queryByLabelText('Test card number')).toBeNull()
})

test('a booking that is paid already is shown, not paid twice', async () => {
  using site = await startPaying()
  site.respond(readBooking, { ...site.held, status: 'confirmed' })
  site.openPayment()
  await text('Booking confirmed')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Pay $45.00' })).toBeNull())
})

test('a booking of somebody else cannot be paid: the page says how to open it', async () => {
  using site = await startPaying()
  site.respond(readBooking, refuse('not-found'))
  site.openPayment()
  await heading('You can’t see this booking yet')
})

test('nothing can be typed into the card form before its scripts are there, because it would be lost then', async () => {
  using site = await startPaying()
  const Page = createRoutesStub([
    {
      path: '/',
      Component: () => (
        <Frame locale="en-US">
          <TestCardForm booking={site.held} onPaid={() => {}} />
        </Frame>
      ),
    },
  ])
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = renderToString(<Page />)
  const fields = () => [...container.querySelectorAll('input')].map(({ value, disabled }) => [value, disabled])
  expect(fields()).toEqual([['4242 4242 4242 4242', true], ['12/34', true], ['123', true]]) // prettier-ignore
  const root = await act(async () => hydrateRoot(container, <Page />))
  expect(fields()).toEqual([['4242 4242 4242 4242', false], ['12/34', false], ['123', false]]) // prettier-ignore
  act(() => root.unmount())
  container.remove()
})
