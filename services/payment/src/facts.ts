import type { PaymentFact } from '@buy-locals/contracts/payment/shapes'
import { isOpen, type Payment } from './domain/payment.ts'
import { remainingAfter, splitOf } from './domain/split.ts'

/** A payment as other services know it. The fee is that of what the business keeps. */
export function fact(payment: Payment): PaymentFact {
  const { id, bookingId, businessId, consumerId, status, amount, captured, refunded, feeBasisPoints, funds, version } =
    payment
  const kept = isOpen(payment) ? amount : remainingAfter(captured, [refunded])
  return {
    id,
    subject: { kind: 'booking', id: bookingId },
    ...{ businessId, consumerId, status, amount, captured, refunded },
    fee: splitOf(kept, feeBasisPoints).fee,
    ...{ feeBasisPoints, funds, version },
  }
}
