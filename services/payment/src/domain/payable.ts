import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import { chargeable } from '@buy-locals/values/card-amounts'
import type { Money } from '@buy-locals/values/money'
import { isBefore } from '@buy-locals/values/time'
import type { BookingState } from './funds-decision.ts'
import { isOpen, type Payment } from './payment.ts'

/** What a customer pays online before the time is confirmed. */
type Terms = { payment: string; deposit: Money }

/** `live` is the booking's payment that has not been cancelled, if there is one. */
export function requirePayable(
  { status, holdExpiresAt, payment, deposit }: BookingState & Terms,
  live: Payment | undefined,
  now: Temporal.Instant,
): void {
  if (status === 'expired' || (status === 'held' && holdExpiresAt && !isBefore(now, holdExpiresAt)))
    throw new Problem('booking/hold-expired', 'The time was kept for you and has run out; book again')
  const isPaid = live !== undefined && !isOpen(live)
  const canPay = deposit.amount > 0 && chargeable(deposit).amount === deposit.amount
  if (status !== 'held' || payment !== 'online' || !canPay || isPaid)
    throw new Problem('payment/not-payable', 'There is nothing to pay for this booking')
}

export const noBooking = (id: string): Problem => new Problem('not-found', `There is no booking ${id}`)
