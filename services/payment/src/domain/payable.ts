import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import { chargeable } from '@buy-locals/values/card-amounts'
import type { Money } from '@buy-locals/values/money'
import { isBefore } from '@buy-locals/values/time'
import type { BookingState } from './funds-decision.ts'
import { isOpen, type Payment } from './payment.ts'

/** What a customer pays online before the time, or the new time, is confirmed. */
type Terms = { payment: string; deposit: Money }

/** `live` is the payment of this sum that has not been cancelled, if there is one. */
export function requirePayable(
  { status, holdExpiresAt, payment, deposit, heldMove }: BookingState & Terms,
  live: Payment | undefined,
  now: Temporal.Instant,
): void {
  const expiresAt = heldMove ? heldMove.expiresAt : status === 'held' ? holdExpiresAt : undefined
  if (status === 'expired' || (expiresAt && !isBefore(now, expiresAt)))
    throw new Problem('booking/hold-expired', 'The time was kept for you and has run out; book again')
  const isPaid = live !== undefined && !isOpen(live)
  const due = heldMove?.due ?? deposit
  const canPay = due.amount > 0 && chargeable(due).amount === due.amount
  if ((status !== 'held' && !heldMove) || payment !== 'online' || !canPay || isPaid)
    throw new Problem('payment/not-payable', 'There is nothing to pay for this booking')
}

export const noBooking = (id: string): Problem => new Problem('not-found', `There is no booking ${id}`)
