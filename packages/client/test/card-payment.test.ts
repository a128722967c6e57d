// @vitest-environment jsdom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { refuse, scriptApi, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import type { Outcome } from '../src/pay/card-payment'

beforeEach(() => sessionStorage.clear())

const bookingId: Id<'booking'> = 'bkg_01arz3ndektsv4rrffq69g5fav'
const intent = {
  paymentIntentId: 'pi_1',
  clientSecret: 'secret',
  publishableKey: 'pk_test',
  amount: { amount: 4500, currency: 'USD' as const },
}

/** The scripts are loaded anew; the tab is the same. `charge` is what becomes of a card. */
async function start() {
  vi.resetModules()
  const { openPayment, chargeCard, isInterrupted } = await import('../src/pay/card-payment')
  const { sessionApi } = await import('../src/session/session-api')
  const { cookieSession } = await import('../src/session/cookie-session')
  const callApi = sessionApi({ store: cookieSession })
  return {
    open: () => openPayment(callApi, bookingId),
    charge: (outcome: Outcome) => chargeCard(bookingId, async () => outcome),
    /** The app is closed before the outcome has arrived. */
    chargeAndClose: () => void chargeCard(bookingId, () => new Promise(() => {})),
    isInterrupted: () => isInterrupted(bookingId),
  }
}

function startServer() {
  const server = scriptApi()
  onTestFinished(() => server[Symbol.dispose]())
  return server
}

test('an app that is closed while a card is charged finds out, when it is open again, that it was, and charges none', async () => {
  const server = startServer()
  server.respond(payBooking, intent, refuse('payment/not-payable'))
  const before = await start()
  await before.open()
  before.chargeAndClose()
  const after = await start()
  expect(after.isInterrupted()).toBe(true)
  expect(await after.open()).toBeUndefined()
})

test('where the card had not been charged yet, the same payment is open', async () => {
  const server = startServer()
  server.respond(payBooking, intent)
  const before = await start()
  await before.open()
  before.chargeAndClose()
  const after = await start()
  expect(after.isInterrupted()).toBe(true)
  expect((await after.open())?.paymentIntentId).toBe('pi_1')
  expect(after.isInterrupted()).toBe(false)
})

test('a payment whose opening got no response is opened with the same key after a restart', async () => {
  const server = startServer()
  server.respond(payBooking, unreachable, intent)
  await expect((await start()).open()).rejects.toThrow('Failed to fetch')
  await (await start()).open()
  const [first, second] = server.received(payBooking)
  expect(second?.idempotencyKey).toBe(first?.idempotencyKey)
})

test('a declined card and an incomplete form interrupt nothing; what was paid, and what the bank asks first, is waited for', async () => {
  const { charge, isInterrupted } = await start()
  const after = async (outcome: Outcome) => {
    await charge(outcome)
    return isInterrupted()
  }
  expect(await after({ kind: 'declined', code: 'card_declined' })).toBe(false)
  expect(await after({ kind: 'action-required', url: 'https://bank.example/' })).toBe(true)
  expect(await after({ kind: 'incomplete' })).toBe(false)
  expect(await after({ kind: 'paid' })).toBe(true)
})

test('a card that the provider charged before is paid with, not declined', async () => {
  const { charge } = await start()
  expect(await charge({ kind: 'declined', code: 'payment_intent_unexpected_state' })).toEqual({ kind: 'paid' })
})

test('other refusals are shown, and that nothing can be paid where no card was charged', async () => {
  const server = startServer()
  for (const code of ['booking/hold-expired', 'payment/not-payable'] as const) {
    server.respond(payBooking, refuse(code))
    await expect((await start()).open()).rejects.toMatchObject({ code })
  }
})
