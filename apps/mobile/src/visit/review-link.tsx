import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { canReview } from '@buy-locals/features/booking/status'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { useOwnReview } from './use-own-review'

/** The way to one's review: the next step after a visit, until it is written. */
export function ReviewLink({ booking }: { booking: Booking }) {
  const t = translatorForFeatures(useI18n())
  const { data: review } = useOwnReview(booking.id, canReview(booking))
  if (review === undefined) return null
  return (
    <Button
      wide
      large={!review}
      tone={review ? 'secondary' : 'primary'}
      icon="star"
      label={t(review ? 'ownBooking.yourReview' : 'ownBooking.review')}
      href={`/bookings/${booking.id}/review`}
    />
  )
}
