import { setTimeout } from 'node:timers/promises'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { bookingCancelled } from '@buy-locals/contracts/booking/events'
import { book, cancelBooking, readBooking } from '@buy-locals/contracts/booking/operations'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import type { Person } from '../person.ts'
import { happens } from '../random.ts'
import { confirmPayment, decideDispute, openDispute, orRefused, refundAtStripe, type Stripe } from '../stripe.ts'
import type { TestMarket } from '../test-market.ts'
import { requestChange, callUntilAnswered, move, noteRefusal, pickStart } from './call.ts'
import { noteShown, type Attempt, type History } from './history.ts'

/** Books, pays, moves and cancels again and again. Once it may not continue, it finishes what it has begun. */
export async function runConsumer(
  market: TestMarket,
  person: Person,
  history: History,
  mayContinue: () => boolean,
): Promise<void> {
  const { quick, course, atVenue } = market.services
  while (mayContinue()) {
    const service = happens(0.2) ? atVenue : happens(0.35) ? course : quick
    const start = await pickStart(market, history, service)
    if (!start) continue
    const attempt: Attempt = {
      ...{ note: `attempt ${history.attempts.length + 1}`, person, service },
      ...{ isContested: happens(0.6), starts: new Set([start]), requested: [], shown: [] },
    }
    history.attempts.push(attempt)
    await makeBooking(market, attempt, start, history, mayContinue)
  }
}

async function makeBooking(
  market: TestMarket,
  attempt: Attempt,
  start: string,
  history: History,
  mayContinue: () => boolean,
): Promise<void> {
  const { person, service, note } = attempt
  const idempotencyKey = newIdempotencyKey()
  const body = { businessId: market.businessId, serviceId: service.id, start, note, allowOverlap: true }
  const booking = await callUntilAnswered(history, () => person.call(book, { body }, { idempotencyKey }))
  if (booking instanceof Refusal) {
    attempt.isRefused = true
    return noteRefusal(history, booking, 'book', ['booking/slot-taken', 'booking/outside-policy'])
  }
  attempt.bookingId = booking.id
  noteShown(attempt, booking)
  const isAbandoned = happens(0.1)
  if (booking.status === 'held' && !isAbandoned) {
    attempt.inFlight = true
    await pay(market, attempt, booking.id, history)
    await waitForConfirmation(attempt, booking.id, history, mayContinue)
    attempt.inFlight = false
    if (attempt.paid && happens(0.2)) await orRefused(moveAtStripe(market.stripe, booking.id))
  }
  if (happens(0.4)) await move(market, history, attempt, person, booking.id)
  const cancel = () => person.call(cancelBooking, { params: { bookingId: booking.id }, body: {} })
  if (happens(0.15)) await requestChange(history, attempt, bookingCancelled, cancel)
}

async function pay(market: TestMarket, attempt: Attempt, bookingId: Id<'booking'>, history: History): Promise<void> {
  const { person } = attempt
  const params = { bookingId }
  const idempotencyKey = newIdempotencyKey()
  const intent = await callUntilAnswered(history, () => person.call(payBooking, { params }, { idempotencyKey }))
  if (intent instanceof Refusal)
    return noteRefusal(history, intent, 'pay', ['booking/hold-expired', 'payment/not-payable'])
  if (happens(0.1)) await confirmPayment(market.stripe, intent, 'pm_card_visa_chargeDeclined')
  if (happens(0.2)) await setTimeout(Math.random() * 2_000) // looking for the card
  attempt.paid = (await confirmPayment(market.stripe, intent)) === 'succeeded'
}

/** What others do at Stripe meanwhile: somebody refunds in its dashboard, or a bank takes the money and decides. */
async function moveAtStripe(stripe: Stripe, bookingId: Id<'booking'>): Promise<void> {
  const amount = happens(0.5) ? 500 : undefined
  if (happens(0.5)) return refundAtStripe(stripe, bookingId, amount)
  const dispute = await openDispute(stripe, bookingId)
  await setTimeout(Math.random() * 2_000)
  await decideDispute(stripe, dispute, happens(0.5) ? 'won' : 'lost')
}

/** Events that a killed server had leased are published again within half a minute. */
async function waitForConfirmation(
  attempt: Attempt,
  bookingId: Id<'booking'>,
  history: History,
  mayContinue: () => boolean,
): Promise<void> {
  for (let tries = 0; attempt.paid && mayContinue() && tries < 200; tries += 1) {
    const booking = await callUntilAnswered(history, () => attempt.person.call(readBooking, { params: { bookingId } }))
    if (booking instanceof Refusal) return noteRefusal(history, booking, 'read', [])
    noteShown(attempt, booking)
    if (booking.status !== 'held' && booking.status !== 'expired') return
    await setTimeout(200)
  }
}
