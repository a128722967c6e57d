import { isSignedOut } from '@buy-locals/client/me'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { canReview } from '@buy-locals/features/booking/status'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { formatDateTime } from '@buy-locals/values/format-time'
import type { Id } from '@buy-locals/values/ids'
import { useT } from '../messages/mobile-i18n'
import { SignInFirst } from '../session/sign-in-first'
import { LoadingScreen } from '../shell/loading-screen'
import { Screen } from '../shell/screen'
import { Failed } from '../shell/screen-error'
import { OwnReview } from './own-review'
import { ReviewForm } from './review-form'
import { useOwnReview } from './use-own-review'

/** What somebody thinks of a visit: written here, and read here once it is published. */
export function ReviewScreen({ bookingId }: { bookingId: string }) {
  const t = useT()
  const params = { bookingId: bookingId as Id<'booking'> }
  const { data: booking, error, refetch } = useOperationQuery(readBooking, { params })
  if (isSignedOut(error)) return <SignInFirst text={t('bookings.guestText')} />
  if (!booking && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!booking) return <LoadingScreen />
  return <Review booking={booking} />
}

function Review({ booking }: { booking: Booking }) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const { id, serviceName, venue, start, timeZone } = booking
  const { data: review, error, refetch } = useOwnReview(id, true)
  if (review === undefined && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (review === undefined) return <LoadingScreen />
  const name = venue?.name ?? ''
  return (
    <Screen>
      <Stack gap="xs">
        <Title level={1}>{t(review ? 'ownBooking.yourReview' : 'ownBooking.review')}</Title>
        <Text tone="quiet">
          {[serviceName, name, formatDateTime(i18n, start, timeZone)].filter(Boolean).join(' · ')}
        </Text>
      </Stack>
      {review && <OwnReview review={review} name={name} timeZone={timeZone} />}
      {!review && canReview(booking) && <ReviewForm bookingId={id} />}
      {!review && !canReview(booking) && <Notice tone="info" title={t('refusal.byCode.review/not-completed')} />}
    </Screen>
  )
}
