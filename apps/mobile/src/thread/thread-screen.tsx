import { useRef } from 'react'
import { ScrollView } from 'react-native'
import { isSignedOut } from '@buy-locals/client/me'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listMyBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { MessageThread } from '@buy-locals/features/message-thread'
import { useThread } from '@buy-locals/features/thread/use-thread'
import { SkeletonText } from '@buy-locals/ui/skeleton'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { space } from '@buy-locals/ui/theme'
import { Title } from '@buy-locals/ui/title'
import type { Id } from '@buy-locals/values/ids'
import { useT } from '../messages/mobile-i18n'
import { SignInFirst } from '../session/sign-in-first'
import { useGuestMs } from '../session/use-guest-ms'
import { ErrorNotice } from '../shell/error-notice'
import { LoadingScreen } from '../shell/loading-screen'
import { Failed, FailedState } from '../shell/screen-error'
import { NewMessage } from './new-message'

/** What the customer and the business write to each other about a booking. */
export function ThreadScreen({ bookingId }: { bookingId: string }) {
  const t = useT()
  const params = { bookingId: bookingId as Id<'booking'> }
  const { data: booking, error, refetch } = useOperationQuery(readBooking, { params })
  if (isSignedOut(error)) return <SignInFirst text={t('bookings.guestText')} />
  if (!booking && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!booking) return <LoadingScreen />
  return <Thread booking={booking} />
}

const lists = [listMyBookings]

function Thread({ booking }: { booking: Booking }) {
  const t = translatorForFeatures(useI18n())
  const view = useRef<ScrollView>(null)
  const shown = useRef(0)
  const { pages, thread, earlier, isReporting, reportError, report } = useThread({
    bookingId: booking.id,
    side: 'consumer',
    place: view,
    lists,
    everyMs: useGuestMs(),
  })
  const name = booking.venue?.name ?? ''
  const newest = thread?.items[0]?.number ?? 0
  /** To what was written last, and not away from what is read of before. */
  function follow() {
    if (newest > shown.current) view.current?.scrollToEnd({ animated: shown.current > 0 })
    shown.current = Math.max(shown.current, newest)
  }
  return (
    <ScrollView
      ref={view}
      role="main"
      contentContainerStyle={pageStyle}
      keyboardShouldPersistTaps="handled"
      automaticallyAdjustKeyboardInsets
      onContentSizeChange={follow}
    >
      <Stack gap="xs">
        <Title level={1}>{t('thread.title')}</Title>
        <Text tone="quiet">{[booking.serviceName, name].filter(Boolean).join(' · ')}</Text>
      </Stack>
      {!thread && !pages.error && <SkeletonText lines={4} />}
      {!thread && pages.error && <FailedState level={2} error={pages.error} onRetry={() => void pages.refetch()} />}
      {thread && (
        <MessageThread
          thread={thread}
          side="consumer"
          ownName={t('thread.you')}
          name={name}
          timeZone={booking.timeZone}
          empty={t('thread.noneYet', { name })}
          earlier={earlier}
          reporting={{ isBusy: isReporting, error: <ErrorNotice error={reportError} />, onReport: report }}
        />
      )}
      {thread?.closesAt && <NewMessage bookingId={booking.id} name={name} />}
    </ScrollView>
  )
}

const pageStyle = {
  padding: space.lg,
  paddingBottom: space.vast,
  gap: space.xl,
  width: '100%',
  maxWidth: 720,
  alignSelf: 'center',
} as const
