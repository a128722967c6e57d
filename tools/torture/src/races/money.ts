import {
  cancelBooking,
  completeBooking,
  decideComplaint,
  fileComplaint,
} from '@buy-locals/contracts/booking/operations'
import { advanceClock } from '../clock.ts'
import { decideDispute, openDispute, orRefused, readStripeState, refundAtStripe, waitForWebhooks } from '../stripe.ts'
import { pay, waitForStatus, type Booking } from '../webhooks/scenario.ts'
import { book, passTimeUntil, unusedStart, type Race } from './race.ts'

const name = 'money moved here and at Stripe at once'

/** While we cancel, decide or release, somebody refunds in Stripe's dashboard, or a bank takes the money: nobody gets it twice. */
export async function moveMoneyAtOnce(race: Race): Promise<void> {
  const { market, expect } = race
  const { owner, operator, stripe } = market
  race.rounds += 1
  const complained = await bookAndPay(race, 0)
  const completed = await bookAndPay(race, 1)
  const cancelled = await bookAndPay(race, 2) // so late that cancelling is free
  await Promise.all([
    cancelled.person.call(cancelBooking, { params: paramsOf(cancelled), body: {} }),
    orRefused(refundAtStripe(stripe, cancelled.bookingId, 1_000)),
  ])
  await passTimeUntil(race, completed.start)
  const text = 'The towel was wet.'
  await complained.person.call(fileComplaint, { params: paramsOf(complained), body: { text } })
  const decision = { outcome: 'refunded' as const, refundShare: 5_000, reason: text }
  const [dispute] = await Promise.all([
    openDispute(stripe, completed.bookingId),
    owner.call(completeBooking, { params: paramsOf(completed) }),
    operator.call(decideComplaint, { params: paramsOf(complained), body: decision }),
    orRefused(refundAtStripe(stripe, complained.bookingId)),
  ])
  await decideDispute(stripe, dispute, 'lost')
  await waitForWebhooks(stripe)
  await advanceClock(market, 'PT6M') // what no webhook brought is fetched
  const { charges, transfers } = await readStripeState(stripe)
  for (const { bookingId } of [complained, completed, cancelled]) {
    const charge = charges.find(({ captured, metadata }) => captured && metadata.bookingId === bookingId)
    const due = bookingId === completed.bookingId ? 0 : charge?.amountCaptured
    expect(charge?.amountRefunded === due, `${name}: ${charge?.amountRefunded} was refunded, not ${due}`)
    const left = transfers.filter(({ transferGroup }) => transferGroup === bookingId).reduce(add, 0)
    expect(left === 0, `${name}: the business has ${left} of what the customer has back`)
  }
}

const paramsOf = ({ bookingId }: Booking) => ({ bookingId })

const add = (sum: number, { amount, amountReversed }: { amount: number; amountReversed: number }) =>
  sum + amount - amountReversed

async function bookAndPay(race: Race, nth: number): Promise<Booking> {
  const { paid } = race.market.services
  const person = race.people[nth]
  if (!person) throw new Error(`${name}: there are only ${race.people.length} people`)
  const start = await unusedStart(race, paid)
  const result = await book(race.market, person, { serviceId: paid.id, start })
  race.results.push(result)
  if (!result.booking) throw new Error(`${name}: booking responded ${result.status} ${result.code}`)
  const booking = { person, bookingId: result.booking.id, start }
  await pay(race.market, booking)
  if (!(await waitForStatus(booking, 'confirmed'))) throw new Error(`${name}: it was paid and is not confirmed`)
  return booking
}
