import { router, type Href } from 'expo-router'
import type { PaymentOutcome } from '@buy-locals/features/booking/payment-outcome'
import { feelSuccess } from './haptics'

/** A booking in the place of the steps that led to it: nobody goes back to what is done. */
export function showBooking(bookingId: string, outcome: PaymentOutcome): void {
  if (outcome !== 'unmoved') feelSuccess()
  const href = `/bookings/${bookingId}?outcome=${outcome}` as Href
  if (!router.canDismiss()) return router.replace(href)
  router.dismissAll()
  router.push(href)
}
