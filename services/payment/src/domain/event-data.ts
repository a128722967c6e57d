import type { z } from 'zod'
import type {
  dispute as disputeShape,
  payee as payeeShape,
  payment as paymentShape,
} from '@buy-locals/contracts/payment/shapes'
import { toSecond } from '@buy-locals/values/time'
import type { Dispute } from './dispute.ts'
import { payeeStatus, type Account } from './payee.ts'
import { isOpen, type Payment } from './payment.ts'
import { remainingAfter, splitOf } from './split.ts'

/** A payment as other services see it. The fee is that of what is not refunded. */
export function toPaymentData(payment: Payment): z.input<typeof paymentShape> {
  const { id, bookingId, businessId, consumerId, marketId, status, amount, captured, refunded, feeBasisPoints } =
    payment
  const { funds, moveVersion, version } = payment
  const remaining = isOpen(payment) ? amount : remainingAfter(captured, [refunded])
  return {
    id,
    subject: { kind: 'booking', id: bookingId },
    ...{ businessId, consumerId, marketId, status, amount, captured, refunded },
    fee: splitOf(remaining, feeBasisPoints).fee,
    ...{ feeBasisPoints, funds, moveVersion, version },
  }
}

export const toDisputeData = (dispute: Dispute): z.input<typeof disputeShape> => ({
  id: dispute.id,
  status: dispute.status,
  amount: dispute.amount,
  withdrawn: dispute.withdrawn,
  fee: dispute.fee,
  reason: dispute.reason,
  respondBy: dispute.respondBy && toSecond(dispute.respondBy),
})

/** A payee as other services and its own managers see it. */
export const toPayeeData = (payee: Account | undefined): z.input<typeof payeeShape> => ({
  status: payeeStatus(payee),
  chargesEnabled: payee?.chargesEnabled ?? false,
  payoutsEnabled: payee?.payoutsEnabled ?? false,
  requirements: payee?.requirements ?? [],
})
