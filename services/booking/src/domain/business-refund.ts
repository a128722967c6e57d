import type { Temporal } from 'temporal-polyfill'
import { refundOf } from '@buy-locals/contracts/booking/shapes'
import type { FaultReason } from '@buy-locals/contracts/fault'
import { Problem } from '@buy-locals/contracts/problem'
import { stepOf } from '@buy-locals/values/card-amounts'
import { decimal, type Money } from '@buy-locals/values/money'
import { isBefore } from '@buy-locals/values/time'
import { change, requireStatus, type Booking } from './booking.ts'

const refundWindow = { hours: 180 * 24 }

/** The business refunds more than it has to, as often as it wants to: `amount` is the sum. What is refunded already stays so. */
export function refund(booking: Booking, amount: Money, now: Temporal.Instant): Booking {
  requireStatus(booking, 'completed', 'no-show', 'cancelled')
  if (booking.payment !== 'online' || booking.holdExpiresAt)
    throw new Problem('booking/wrong-state', 'Nothing was paid online', { state: booking.status })
  if (booking.complainedAt && !booking.complaintDecision)
    throw new Problem('booking/wrong-state', 'A complaint is open: offer the refund in the reply')
  if (!isBefore(now, booking.end.add(refundWindow)))
    throw new Problem('booking/outside-policy', 'It was too long ago', { rule: 'refund-window' })
  const refunded = refundOf(booking)
  const { deposit: paid } = booking
  if (amount.currency !== paid.currency)
    refuseAmount(`the booking is in ${paid.currency}`, { code: 'other-currency', currency: paid.currency })
  if (amount.amount > paid.amount) refuseAmount(`${decimal(paid)} was paid`, { code: 'over-payment', paid })
  if (amount.amount < refunded.amount)
    refuseAmount(`${decimal(refunded)} is refunded already`, { code: 'under-refund', refunded })
  const excess = amount.amount % stepOf(amount.currency)
  if (excess !== 0) {
    const nearest = { ...amount, amount: amount.amount - excess }
    refuseAmount('cards take no such fraction of this currency', { code: 'not-chargeable', nearest })
  }
  return amount.amount === refunded.amount ? booking : change(booking, { businessRefund: amount })
}

function refuseAmount(detail: string, reason: FaultReason): never {
  const errors = [{ pointer: '/body/amount', detail, ...reason }]
  throw new Problem('invalid-request', 'That much cannot be refunded', { errors })
}
