import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useKept } from '@buy-locals/client/stored-text'
import { writeReview } from '@buy-locals/contracts/review/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { formatDayWithYear } from '@buy-locals/values/format-time'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { StarsField } from '@buy-locals/ui/stars-field'
import { TextField } from '@buy-locals/ui/text-field'
import { Title } from '@buy-locals/ui/title'
import type { Id } from '@buy-locals/values/ids'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { ReviewCard } from '../business/review-card'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'
import { readPhotoAlt, ReviewPhotosField } from './review-photos-field'
import { useReviewPhotos } from './use-review-photos'
import type { LoadedBooking } from './load-booking'

/** The review of a visit: written here, shown here with the answer it got. */
export function ReviewSection({ loaded: { booking, business, review } }: { loaded: LoadedBooking }) {
  const i18n = useI18n()
  const tFeatures = translatorForFeatures(i18n)
  return (
    <section aria-labelledby="review-title">
      <Stack>
        <Title level={2} id="review-title">
          {tFeatures(review ? 'ownBooking.yourReview' : 'ownBooking.review')}
        </Title>
        {review?.flag?.outcome === 'removed' && (
          <Notice
            tone="danger"
            title={tFeatures('ownBooking.reviewRemoved')}
            text={tFeatures('ownBooking.reviewRemovedReason', { reason: review.flag.outcomeReason ?? '' })}
          />
        )}
        {review && (
          <ReviewCard
            review={review}
            business={business?.name ?? booking.venue?.name ?? ''}
            day={formatDayWithYear(i18n, review.at, booking.timeZone)}
          />
        )}
        {!review && <ReviewForm bookingId={booking.id} />}
      </Stack>
    </section>
  )
}

function ReviewForm({ bookingId }: { bookingId: Id<'booking'> }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { revalidate } = useRevalidator()
  const [keptStars, keepStars] = useKept(`stars ${bookingId}`)
  const stars = keptStars ? Number(keptStars) : undefined
  const [isMissing, setMissing] = useState(false)
  const photos = useReviewPhotos(bookingId)
  const isSending = photos.uploads.some(({ fault }) => !fault)
  const [isEarly, setEarly] = useState(false)
  const { send, isBusy, error } = useSend(() => void revalidate())

  function submit({ get }: FormValues) {
    setMissing(!stars)
    setEarly(isSending)
    if (!stars || isSending) return
    const text = get('text').trim()
    const described = photos.photos.map(({ id }) => ({ id, alt: readPhotoAlt(id) })).filter(({ alt }) => alt)
    const body = { stars, ...(text && { text }), ...(described.length > 0 && { photos: described }) }
    void send(() => callApi(writeReview, { params: { bookingId }, body }))
  }
  return (
    <Form keepAs={`review ${bookingId}`} onSubmit={submit}>
      <StarsField
        label={tFeatures('ownBooking.reviewStars')}
        name="stars"
        value={stars}
        onChange={(chosen) => keepStars(String(chosen))}
        error={isMissing && !stars ? tFeatures('ownBooking.reviewMissing') : undefined}
      />
      <TextField
        rows={4}
        optional
        maxLength={2000}
        name="text"
        label={tFeatures('ownBooking.reviewText')}
        hint={tFeatures('ownBooking.reviewHint')}
      />
      <ReviewPhotosField {...photos} />
      {isEarly && isSending && <Notice tone="pending" title={t('booking.reviewPhotosWait')} />}
      <ErrorNotice error={error} />
      <Button submit large busy={isBusy} label={tFeatures('ownBooking.reviewSend')} />
    </Form>
  )
}
