import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listMessages } from '@buy-locals/contracts/booking/operations'
import type { Booking, ThreadSide } from '@buy-locals/contracts/booking/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'

type ThreadLinkProps = { bookingId: Booking['id']; side: ThreadSide; href: string }

/** The way to the thread, where something was written or still can be. */
export function ThreadLink({ bookingId, side, href }: ThreadLinkProps) {
  const t = translatorForFeatures(useI18n())
  const { data: thread } = useOperationQuery(listMessages, { params: { bookingId }, query: { limit: 1 } })
  if (!thread || (!thread.closesAt && !thread.nobodyReads && thread.items.length === 0)) return null
  const isNew = thread.items.some(({ sentBy, number }) => sentBy !== side && number > thread.read[side])
  return (
    <Button
      wide
      tone="secondary"
      icon="message-circle"
      label={t(isNew ? 'thread.unread' : 'thread.title')}
      href={href}
    />
  )
}
