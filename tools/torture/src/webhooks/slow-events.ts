import { cancelBooking } from '@buy-locals/contracts/booking/operations'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import type { InProcessServer } from '../in-process-server.ts'
import type { Expect, Size } from '../report.ts'
import { confirmPayment } from '../stripe.ts'
import type { TestMarket } from '../test-market.ts'
import { refundedAmount } from './late-payments.ts'
import { book, tomorrow, waitForStatus } from './scenario.ts'

/** Longer than a request waits for an event. */
const delaysMs: Record<Size, number> = { short: 2_500, full: 5_000 }

/** Events between services take seconds: a request that comes too early gets 503 `not-yet`, and nothing else changes. */
export async function checkSlowEvents(
  { running }: InProcessServer,
  market: TestMarket,
  size: Size,
  expect: Expect,
): Promise<void> {
  const { quick } = market.services
  const start = tomorrow(await market.freeStarts(quick))
  running.bus.delayBy(delaysMs[size])
  const booking = await book(market, 'with slow events', quick, start)
  const { person, bookingId } = booking
  const first = await fetch(`${market.url}/v1/bookings/${bookingId}/payment`, {
    method: 'POST',
    headers: { ...person.headers(), 'idempotency-key': 'early-payment' },
  })
  const { code } = (await first.json()) as { code?: string }
  expect(first.status === 503 && code === 'not-yet', `paying at once responded ${first.status} ${code}`)
  expect(Number(first.headers.get('retry-after')) >= 1, 'not-yet does not say when to retry')
  const intent = await person.call(payBooking, { params: { bookingId } }, { idempotencyKey: 'early-payment' })
  expect((await confirmPayment(market.stripe, intent)) === 'succeeded', 'the card was not charged')
  expect(await waitForStatus(booking, 'confirmed'), 'slow events left a paid booking unconfirmed')
  running.bus.delayBy(0)
  const { refundShare } = await person.call(cancelBooking, { params: { bookingId }, body: {} })
  await running.drain()
  const due = (4_000 * (refundShare ?? 0)) / 10_000
  const refunded = await refundedAmount(booking, market, 10_000)
  expect(refunded === due, `with slow events ${refunded} was refunded, not ${due}`)
}
