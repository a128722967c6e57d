import { useSpeech } from '@buy-locals/features/speech-provider'
import { dayOfYear } from '@buy-locals/features/time/when'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { ReviewCard } from '../business/review-card'
import { useSay } from '../words/say'
import type { Open } from './load'
import { ReviewForm } from './review-form'

/** The review of a visit: written here, shown here with the answer it got. */
export function ReviewPart({ open: { booking, business, review } }: { open: Open }) {
  const say = useSay()
  const speech = useSpeech()
  return (
    <section aria-labelledby="review-title">
      <Stack>
        <Title level={2} id="review-title">
          {say(review ? 'booking.yourReview' : 'booking.review')}
        </Title>
        {review && (
          <ReviewCard
            review={review}
            business={business?.name ?? ''}
            day={dayOfYear(speech, review.at, booking.timeZone)}
          />
        )}
        {!review && <ReviewForm bookingId={booking.id} />}
      </Stack>
    </section>
  )
}
