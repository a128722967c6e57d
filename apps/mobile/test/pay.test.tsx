import { afterEach, expect, jest, test } from '@jest/globals'
import { act, screen, userEvent, waitFor } from '@testing-library/react-native'
import type { ReactNode } from 'react'
import { AppState, Linking } from 'react-native'
import { initPaymentSheet, initStripe, presentPaymentSheet } from '@stripe/stripe-react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { forgetServerClock } from '@buy-locals/client/clock'
import { forgetAll } from '@buy-locals/client/stored-text'
import { readMe } from '@buy-locals/contracts/auth/operations'
import { listMessages, listMyBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import type { PaymentOutcome } from '@buy-locals/features/booking/payment-outcome'
import { aBooking, aBusiness, aPerson, aThread } from '@buy-locals/features/testing/examples'
import { bookingOptions } from '../src/book/use-booking-options'
import { ownHold } from '../src/book/use-own-hold'
import { BookingScreen } from '../src/bookings/booking-screen'
import { forgetManageLinks } from '../src/bookings/manage-links'
import { PayScreen } from '../src/pay/pay-screen'
import { StripeForm as StripeFormOfBrowsers } from '../src/pay/stripe-form.web'
import { Below, startScreen } from './support'

/** The build knows the scheme of its own links. */
jest.mock('expo-linking', () => ({ createURL: (path: string) => `buylocals:/${path}` }))

afterEach(async () => {
  jest.clearAllMocks()
  forgetAll()
  forgetServerClock()
  await forgetManageLinks()
})

const intent = {
  paymentIntentId: 'pi_1',
  clientSecret: 'secret',
  publishableKey: 'pk_test',
  amount: { amount: 4500, currency: 'USD' as const },
}
const apiBase = 'http://127.0.0.1/simulator'
const confirmation = `${apiBase}/v1/payment_intents/pi_1/confirm`

type Config = Output<typeof readConfig>

const config = (payments: Config['payments']): Config => ({
  realtime: { http: 'http://127.0.0.1/event', ws: 'ws://127.0.0.1/event' },
  payments,
  map: { style: '/map.json', hasStreets: false },
  places: { haveAddresses: false },
  minimumAppVersion: '0.1.0',
  demonstration: true,
})

const inMinutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString()

async function startPaying({
  redirectStatus,
  mode = 'simulator',
}: { redirectStatus?: string; mode?: 'simulator' | 'stripe' | 'off' } = {}) {
  const app = await startScreen()
  const held = aBooking(aBusiness().id, { status: 'held', holdExpiresAt: inMinutes(10) })
  app.respond(readMe, aPerson())
  app.respond(listMessages, aThread())
  const outcomes: PaymentOutcome[] = []
  const left: Booking[] = []
  app.respond(readBooking, held)
  app.respond(payBooking, intent)
  app.respond(readConfig, config(mode === 'simulator' ? { mode, apiBase } : { mode }))
  return Object.assign(app, {
    ...{ held, outcomes, left },
    bankResponds: (body: object) => app.respondAt(confirmation, () => Response.json(body)),
    open: (below?: ReactNode) =>
      app.show(
        <>
          {below}
          <PayScreen
            bookingId={held.id}
            redirectStatus={redirectStatus}
            onDone={(outcome) => void outcomes.push(outcome)}
            onLeave={(booking) => void left.push(booking)}
          />
        </>,
      ),
  })
}

const pay = async () => userEvent.press(await screen.findByRole('button', { name: 'Pay $45.00' }))

test('a test card is labelled as one; paid, the booking is waited for until it is confirmed', async () => {
  const app = await startPaying()
  app.bankResponds({ status: 'succeeded' })
  await app.open()
  expect(await screen.findByText('Test card, no real money')).toBeTruthy()
  await pay()
  expect(await screen.findByText('Confirming your booking')).toBeTruthy()
  app.respond(readBooking, { ...app.held, status: 'confirmed' })
  await waitFor(() => expect(app.outcomes).toEqual(['new']), { timeout: 5_000 })
  app.end()
})

test('a declined card says why and that nothing was charged, and can be tried again', async () => {
  const app = await startPaying()
  app.bankResponds({ error: { code: 'card_declined', decline_code: 'insufficient_funds' } })
  await app.open()
  await pay()
  expect(await screen.findByText('Your card has insufficient funds. Use another card.')).toBeTruthy()
  expect(screen.getByText('You weren’t charged.')).toBeTruthy()
  app.bankResponds({ status: 'succeeded' })
  await pay()
  expect(await screen.findByText('Confirming your booking')).toBeTruthy()
  app.end()
})

test('a card that is not complete is not sent', async () => {
  const app = await startPaying()
  await app.open()
  await userEvent.clear(await screen.findByLabelText('Expiry'))
  await pay()
  expect(screen.getByText('Check the card number, expiry and security code.')).toBeTruthy()
  expect(app.received(payBooking)).toEqual([])
  app.end()
})

test('where the bank has a page of its own, it is opened, and leads back to this screen', async () => {
  const app = await startPaying()
  const opened = jest.spyOn(Linking, 'openURL').mockResolvedValue(undefined)
  const confirmations: string[] = []
  app.respondAt(confirmation, ({ body }) => {
    confirmations.push(body as string)
    return Response.json({
      status: 'requires_action',
      next_action: { redirect_to_url: { url: 'https://bank.example/3ds' } },
    })
  })
  await app.open()
  await pay()
  await waitFor(() => expect(opened).toHaveBeenCalledWith('https://bank.example/3ds'))
  expect(new URLSearchParams(confirmations[0]).get('return_url')).toMatch(new RegExp(`bookings/${app.held.id}/pay$`))
  opened.mockRestore()
  app.end()
})

test('what the bank did not confirm was not charged; what it did is waited for', async () => {
  const failed = await startPaying({ redirectStatus: 'failed' })
  const { unmount } = await failed.open()
  expect(await screen.findByText(/^Your bank didn’t confirm the payment/)).toBeTruthy()
  await unmount()
  failed.end()
  const succeeded = await startPaying({ redirectStatus: 'succeeded' })
  await succeeded.open()
  expect(await screen.findByText('Confirming your booking')).toBeTruthy()
  succeeded.end()
})

test('whoever closed the app while their card was charged does not pay again', async () => {
  const app = await startPaying()
  app.respondAt(confirmation, unreachable)
  const { unmount } = await app.open()
  await pay()
  expect(await screen.findByText('You’re offline. Check your connection, then try again.')).toBeTruthy()
  await unmount()
  app.respond(payBooking, refuse('payment/not-payable'))
  await app.open()
  expect(await screen.findByText('Confirming your booking')).toBeTruthy()
  app.end()
})

test('back from the background, the time that is left is the server’s', async () => {
  const listeners: (() => void)[] = []
  const { addEventListener } = AppState
  AppState.addEventListener = (_, listener) => {
    listeners.push(listener as () => void)
    return { remove: () => {} } as never
  }
  const app = await startPaying()
  await app.open()
  expect(await screen.findByRole('button', { name: 'Pay $45.00' })).toBeTruthy()
  // The phone slept, and its clock with it.
  const headers = { date: inMinutes(11), 'content-type': 'application/json' }
  app.respond(readBooking, () => new Response(JSON.stringify(app.held), { headers }))
  await act(async () => listeners.forEach((listener) => listener()))
  expect(await screen.findByText('Time’s up', {}, { timeout: 5_000 })).toBeTruthy()
  AppState.addEventListener = addEventListener
  app.end()
})

test('once the time is up, nobody can pay for it and another one is chosen', async () => {
  const app = await startPaying()
  app.respond(readBooking, { ...app.held, holdExpiresAt: inMinutes(0) })
  await app.open()
  expect(await screen.findByText('Time’s up')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Pay $45.00' })).toBeNull()
  await userEvent.press(screen.getByRole('button', { name: 'Choose a time' }))
  expect(app.left.map(({ id }) => id)).toEqual([app.held.id])
  app.end()
})

const sheet = jest.mocked(presentPaymentSheet)
const ended = (error?: object) => sheet.mockImplementationOnce(async () => ({ ...(error && { error }) }) as never)

test('with a key of Stripe’s its sheet is paid in, for the business and with what is due; closed, nothing is charged', async () => {
  const app = await startPaying({ mode: 'stripe' })
  await app.open()
  ended({ code: 'Canceled' })
  await pay()
  await waitFor(() => expect(sheet).toHaveBeenCalledTimes(1))
  expect(jest.mocked(initStripe).mock.calls[0]?.[0]).toMatchObject({ publishableKey: 'pk_test' })
  expect(jest.mocked(initPaymentSheet).mock.calls[0]?.[0]).toMatchObject({
    paymentIntentClientSecret: 'secret',
    returnURL: `buylocals://bookings/${app.held.id}/pay`,
    googlePay: { currencyCode: 'USD', testEnv: true },
  })
  expect(screen.queryByText('You weren’t charged.')).toBeNull()
  ended()
  await pay()
  expect(await screen.findByText('Confirming your booking')).toBeTruthy()
  app.end()
})

test('a card that is declined in the sheet says why, and another one can be tried', async () => {
  const app = await startPaying({ mode: 'stripe' })
  await app.open()
  ended({ code: 'Failed', declineCode: 'insufficient_funds' })
  await pay()
  expect(await screen.findByText('Your card has insufficient funds. Use another card.')).toBeTruthy()
  ended()
  await pay()
  expect(await screen.findByText('Confirming your booking')).toBeTruthy()
  app.end()
})

test('whoever closed the app over the sheet pays once: what was charged is waited for, and what was not can be paid', async () => {
  const app = await startPaying({ mode: 'stripe' })
  sheet.mockImplementationOnce(() => new Promise(() => {}))
  const { unmount } = await app.open()
  await pay()
  await waitFor(() => expect(app.received(payBooking)).toHaveLength(1))
  await unmount()
  const again = await app.open()
  await waitFor(() => expect(app.received(payBooking)).toHaveLength(2))
  expect(await screen.findByRole('button', { name: 'Pay $45.00' })).toBeEnabled()
  sheet.mockImplementationOnce(() => new Promise(() => {}))
  await pay()
  await again.unmount()
  app.respond(payBooking, refuse('payment/not-payable'))
  await app.open()
  expect(await screen.findByText('Confirming your booking')).toBeTruthy()
  app.end()
})

test('without payments the screen says so', async () => {
  const off = await startPaying({ mode: 'off' })
  await off.open()
  expect(await screen.findByText('Online payments are turned off.')).toBeTruthy()
  off.end()
})

test('in a browser the way leads to the site, where a guest is let in by a cookie', async () => {
  const app = await startPaying({ mode: 'stripe' })
  await app.show(<StripeFormOfBrowsers booking={app.held} onPaid={() => {}} />)
  await userEvent.press(await screen.findByRole('link', { name: 'Pay on our site' }))
  expect(app.followed[0]).toMatch(new RegExp(`^http.*/bookings/${app.held.id}/pay$`))
  app.end()
})

const usd = (amount: number) => ({ amount, currency: 'USD' as const })

const heldMove = (holdExpiresAt: string): NonNullable<Booking['heldMove']> => ({
  ...{ version: 2, start: '2026-11-25T17:00:00Z', end: '2026-11-25T17:30:00Z', holdExpiresAt },
  ...{ price: usd(6000), deposit: usd(6000), due: usd(1500) },
})

async function wait(seconds: number) {
  for (let second = 0; second < seconds; second++) await act(async () => jest.advanceTimersByTime(1_000))
}

test('what was read before the time was moved is not taken for the outcome of paying for it', async () => {
  const app = await startPaying()
  const paid = { ...app.held, status: 'confirmed' as const, holdExpiresAt: undefined }
  app.respond(readBooking, paid)
  app.respond(readBusiness, aBusiness())
  const { unmount } = await app.show(<BookingScreen bookingId={app.held.id} />)
  expect(await screen.findByText('Confirmed')).toBeTruthy()
  await unmount()
  await wait(1)
  app.respond(readBooking, refuse('internal'))
  await app.open()
  const again = await screen.findByRole('button', { name: 'Try again' })
  app.respond(readBooking, { ...paid, heldMove: heldMove(inMinutes(10)) })
  await userEvent.press(again)
  expect(await screen.findByRole('button', { name: 'Pay $15.00' })).toBeTruthy()
  expect(app.outcomes).toEqual([])
  app.respond(readBooking, { ...paid, start: '2026-11-25T17:00:00Z' })
  await waitFor(() => expect(app.outcomes).toEqual(['moved']), { timeout: 10_000 })
  app.end()
})

test('before the difference is paid, what a late cancellation refunds is of the new price', async () => {
  const app = await startPaying()
  const soon = { ...heldMove(inMinutes(10)), start: inMinutes(60), end: inMinutes(90) }
  app.respond(readBooking, { ...app.held, status: 'confirmed', holdExpiresAt: undefined, heldMove: soon })
  await app.open()
  expect(await screen.findByText(/Cancel before it starts and you’ll get \$30\.00 back/)).toBeTruthy()
  app.end()
})

test('whoever paid on the site and comes back after the countdown has a booking, not a time that is up', async () => {
  const app = await startPaying({ mode: 'stripe' })
  app.respond(readBooking, { ...app.held, holdExpiresAt: inMinutes(0) })
  await app.open()
  expect(await screen.findByText('Time’s up')).toBeTruthy()
  app.respond(readBooking, { ...app.held, status: 'confirmed', holdExpiresAt: undefined })
  await waitFor(() => expect(app.outcomes).toEqual(['new']), { timeout: 10_000 })
  expect(screen.queryByText('Time’s up')).toBeNull()
  app.end()
})

test('as the countdown ends the booking is read again; of a move, the old time stays and another one is chosen', async () => {
  const app = await startPaying()
  const paid = { ...app.held, status: 'confirmed' as const, holdExpiresAt: undefined }
  app.respond(readBooking, { ...paid, heldMove: heldMove(inMinutes(1 / 30)) })
  await app.open()
  expect(await screen.findByRole('button', { name: 'Pay $15.00' })).toBeTruthy()
  app.respond(readBooking, paid)
  await wait(3)
  expect(app.received(readBooking)).toHaveLength(2)
  expect(screen.getByText(/^We no longer hold the new time/)).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Choose a time' }))
  expect(app.left[0]?.heldMove).toBeTruthy()
  expect(app.outcomes).toEqual([])
  app.end()
})

test('while a time is held, a payment that is made elsewhere is found out about; once it is over, nothing is read any more', async () => {
  const app = await startPaying({ mode: 'stripe' })
  const { unmount } = await app.open()
  expect(await screen.findByRole('button', { name: 'Pay $45.00' })).toBeTruthy()
  app.respond(readBooking, { ...app.held, status: 'confirmed', holdExpiresAt: undefined })
  await waitFor(() => expect(app.outcomes).toEqual(['new']), { timeout: 10_000 })
  await unmount()
  app.forget()
  app.respond(readBooking, { ...app.held, holdExpiresAt: inMinutes(1) })
  await app.open()
  await wait(125)
  const reads = app.received(readBooking).length
  await wait(15)
  expect(app.received(readBooking)).toHaveLength(reads)
  app.end()
})

test('once it is paid, the list of bookings, what is held and the free times are read again', async () => {
  const app = await startPaying()
  const names = [listMyBookings.id, ownHold, bookingOptions]
  const reads: string[] = []
  await app.open(names.map((name) => <Below key={name} name={name} reads={reads} />))
  expect(await screen.findByRole('button', { name: 'Pay $45.00' })).toBeTruthy()
  expect(reads).toEqual(names)
  app.respond(readBooking, { ...app.held, status: 'confirmed', holdExpiresAt: undefined })
  await waitFor(() => expect(reads).toEqual([...names, ...names]), { timeout: 10_000 })
  app.end()
})
