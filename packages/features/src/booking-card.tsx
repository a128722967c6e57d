import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { Badge } from '@buy-locals/ui/badge'
import { Card } from '@buy-locals/ui/card'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TitleLink } from '@buy-locals/ui/text-link'
import { BookingStatus } from './booking-status'
import { PriceTag } from './price-tag'
import { translatorForFeatures, useI18n } from './i18n'
import { formatDateTime } from '@buy-locals/values/format-time'

/** With a mark where the business has written something new. */
export type ListedBooking = Booking & { hasUnread?: true | undefined }

type BookingCardProps = { booking: ListedBooking; href: string }

/** A booking in a list. The whole card leads to it. */
export function BookingCard({ booking, href }: BookingCardProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const staff = booking.staffName && t('booking.with', { staff: booking.staffName })
  return (
    <Card label={booking.serviceName}>
      <Row justify="between" align="start" wrap gap="sm">
        <TitleLink level={3} label={booking.serviceName} href={href} stretched />
        <BookingStatus status={booking.status} />
      </Row>
      {booking.hasUnread && <Badge tone="info" icon="message-circle" label={t('thread.unread')} />}
      <Text weight="medium" tabular>
        {formatDateTime(i18n, booking.start, booking.timeZone)}
      </Text>
      <Row justify="between" wrap gap="sm">
        <Text size="small" tone="quiet">
          {[booking.venue?.name, staff].filter(Boolean).join(' · ')}
        </Text>
        <PriceTag price={booking.price} size="small" />
      </Row>
    </Card>
  )
}
