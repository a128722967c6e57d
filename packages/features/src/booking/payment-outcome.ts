import type { Booking } from '@buy-locals/contracts/booking/shapes'

export type PaymentOutcome = 'new' | 'moved' | 'unmoved'

/** Longer than that is unusual. */
export const usualSeconds = 15

/** What a payment has come to, with what was held when it was made. Undefined until the payment provider has told the server. */
export function paymentOutcome(booking: Booking, heldMove: Booking['heldMove']): PaymentOutcome | undefined {
  if (booking.status === 'held' || booking.heldMove) return undefined
  if (!heldMove) return 'new'
  return booking.start === heldMove.start ? 'moved' : 'unmoved'
}
