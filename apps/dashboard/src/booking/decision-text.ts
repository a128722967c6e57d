import { amountPaidOnline, type Booking } from '@buy-locals/features/booking/business-booking'
import { format, share } from '@buy-locals/values/money'
import type { Translate } from '../messages/use-t'

/** How a complaint ended, for the business. */
export function decisionText(booking: Booking, t: Translate, locale: string): string | undefined {
  const { complaintDecision: decision, refundShare = 0 } = booking
  const paid = amountPaidOnline(booking)
  if (!decision) return undefined
  if (paid.amount === 0) return t(`booking.decidedUnpaid.${decision}`)
  return t(`booking.decided.${decision}`, { amount: format(share(paid, refundShare), locale) })
}
