import { useI18n } from '@buy-locals/features/i18n'
import { formatDayWithYear } from '@buy-locals/features/time/format-time'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { ReviewCard } from '../business/review-card'
import { useT } from '../messages/site-i18n'
import type { Open } from './load'
import { ReviewForm } from './review-form'

/** The review of a visit: written here, shown here with the answer it got. */
export function ReviewPart({ open: { booking, business, review } }: { open: Open }) {
  const t = useT()
  const i18n = useI18n()
  return (
    <section aria-labelledby="review-title">
      <Stack>
        <Title level={2} id="review-title">
          {t(review ? 'booking.yourReview' : 'booking.review')}
        </Title>
        {review && (
          <ReviewCard
            review={review}
            business={business?.name ?? ''}
            day={formatDayWithYear(i18n, review.at, booking.timeZone)}
          />
        )}
        {!review && <ReviewForm bookingId={booking.id} />}
      </Stack>
    </section>
  )
}
