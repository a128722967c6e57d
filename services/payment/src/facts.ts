import type { PaymentFact } from '@buy-locals/contracts/payment/shapes'
import { isOpen, splitOf, type Payment } from './domain/payment.ts'
import { keptAfter } from './domain/posting.ts'

/** A payment as other services know it. The fee is that of what the business keeps. */
export function fact(payment: Payment): PaymentFact {
  const { id, bookingId, businessId, consumerId, status, amount, captured, refunded, feeBasisPoints, funds, version } =
    payment
  const kept = isOpen(payment) ? amount : keptAfter(captured, [refunded])
  return {
    id,
    subject: { kind: 'booking', id: bookingId },
    ...{ businessId, consumerId, status, amount, captured, refunded },
    fee: splitOf(kept, feeBasisPoints).fee,
    ...{ feeBasisPoints, funds, version },
  }
}
