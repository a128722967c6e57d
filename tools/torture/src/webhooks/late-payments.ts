import { payBooking } from '@buy-locals/contracts/payment/operations'
import { advanceClock } from '../clock.ts'
import { poll } from '../poll.ts'
import type { Expect } from '../report.ts'
import { confirmPayment, readStripeState } from '../stripe.ts'
import type { TestMarket } from '../test-market.ts'
import { book, pay, waitForStatus, type Booking } from './scenario.ts'

/** Payments after the hold has expired: the time is taken again, or all of the money is refunded, and the person is notified. */
export async function checkLatePayments(market: TestMarket, expect: Expect): Promise<number> {
  const { paid } = market.services
  const bookUnpaid = async (label: string, start = '') => {
    const held = await book(market, label, paid, start)
    return { ...held, intent: await held.person.call(payBooking, { params: { bookingId: held.bookingId } }) }
  }
  const starts = await market.freeStarts(paid)
  const stillFree = await bookUnpaid('late, still free', starts[200])
  const taken = await bookUnpaid('late, taken', starts[220])
  const tooLate = await bookUnpaid('much too late', starts[240])
  await advanceClock(market, 'PT11M')

  const other = await book(market, 'the next one', paid, taken.start)
  for (const late of [stillFree, taken]) {
    const outcome = await confirmPayment(market.stripe, late.intent)
    expect(outcome === 'succeeded', `a card a minute late was ${outcome}`)
  }
  await pay(market, other)
  expect(await waitForStatus(stillFree, 'confirmed'), 'a late payment did not take the free time again')
  expect(await waitForStatus(other, 'confirmed'), 'whoever paid for the time of an expired hold was not confirmed')
  expect(await waitForStatus(taken, 'expired'), 'a late payment took a time that is taken')
  expect(await isMailed(stillFree, market, 'Booked'), 'nobody was notified that the late payment was in time')
  expect(await isMailed(taken, market, 'too late'), 'nobody was notified that the payment was too late')
  const [refunded, refundedOfUsed] = [
    await refundedAmount(taken, market, 10_000),
    await refundedAmount(stillFree, market),
  ]
  expect(refunded === 4_000, `of 4000 paid too late ${refunded} was refunded`)
  expect(refundedOfUsed === 0, `of a late payment that was used ${refundedOfUsed} was refunded`)

  await advanceClock(market, 'PT20M')
  const outcome = await confirmPayment(market.stripe, tooLate.intent)
  expect(outcome !== 'succeeded', 'a card was charged for a booking that had expired long before')
  expect(await waitForStatus(tooLate, 'expired'), 'a booking that nobody paid for has not expired')
  return 4
}

/** As soon as something is refunded, at the latest after `forMs`. */
export const refundedAmount = (
  { bookingId }: Booking,
  { stripe }: TestMarket,
  forMs = 0,
): Promise<number | undefined> =>
  poll(
    async () => {
      const { charges } = await readStripeState(stripe)
      return charges.find(({ captured, metadata }) => captured && metadata.bookingId === bookingId)?.amountRefunded
    },
    { forMs },
  )

const isMailed = ({ person }: Booking, { url }: TestMarket, subject: string): Promise<boolean> =>
  poll(
    async () => {
      const inbox = await fetch(`${url}/dev/inbox?to=${encodeURIComponent(person.email)}`, {
        headers: { accept: 'application/json' },
      })
      const { items } = (await inbox.json()) as { items: { subject: string }[] }
      return items.some((mail) => mail.subject.includes(subject))
    },
    { forMs: 10_000 },
  )
