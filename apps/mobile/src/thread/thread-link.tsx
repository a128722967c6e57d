import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listMessages } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'

/** The way to the thread, where something was written or still can be. */
export function ThreadLink({ bookingId }: { bookingId: Booking['id'] }) {
  const t = translatorForFeatures(useI18n())
  const { data: thread } = useOperationQuery(listMessages, { params: { bookingId }, query: { limit: 1 } })
  if (!thread || (!thread.closesAt && !thread.nobodyReads && thread.items.length === 0)) return null
  const isNew = thread.items.some(({ sentBy, number }) => sentBy === 'business' && number > thread.read.consumer)
  return (
    <Button
      wide
      tone="secondary"
      icon="message-circle"
      label={t(isNew ? 'thread.unread' : 'thread.title')}
      href={`/bookings/${bookingId}/messages`}
    />
  )
}
