import { useRef } from 'react'
import { ScrollView } from 'react-native'
import type { Booking, ThreadSide } from '@buy-locals/contracts/booking/shapes'
import type { Operation } from '@buy-locals/contracts/operation'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { MessageThread } from '@buy-locals/features/message-thread'
import { useThread } from '@buy-locals/features/thread/use-thread'
import { SkeletonText } from '@buy-locals/ui/skeleton'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { space } from '@buy-locals/ui/theme'
import { Title } from '@buy-locals/ui/title'
import { ErrorNotice } from '../shell/error-notice'
import { FailedState } from '../shell/screen-error'
import { NewMessage } from './new-message'

type ThreadProps = {
  booking: Pick<Booking, 'id' | 'serviceName' | 'timeZone'>
  side: ThreadSide
  /** Of the other side. */
  name: string
  ownName: string
  empty: string
  /** What says that there are messages to read. */
  lists: readonly Operation[]
  everyMs?: number | undefined
}

/** The messages about a booking, from the side that reads them. */
export function Thread({ booking, side, name, ownName, empty, lists, everyMs }: ThreadProps) {
  const t = translatorForFeatures(useI18n())
  const view = useRef<ScrollView>(null)
  const shown = useRef(0)
  const { pages, thread, earlier, isReporting, reportError, report } = useThread({
    bookingId: booking.id,
    ...{ side, place: view, lists, everyMs },
  })
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
          side={side}
          ownName={ownName}
          name={name}
          timeZone={booking.timeZone}
          empty={empty}
          earlier={earlier}
          reporting={{ isBusy: isReporting, error: <ErrorNotice error={reportError} />, onReport: report }}
        />
      )}
      {thread?.closesAt && <NewMessage bookingId={booking.id} side={side} name={name} />}
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
