import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { formatDateTimeWithZone } from '@buy-locals/values/format-time'
import { format } from '@buy-locals/values/money'
import { translatorForFeatures, useI18n } from './i18n'

type MoveDetailsProps = { booking: Booking; move: NonNullable<Booking['heldMove']> }

/** Both times, and what the new one costs beyond what has been paid. */
export function MoveDetails({ booking, move }: MoveDetailsProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const formatTime = (at: string) => formatDateTimeWithZone(i18n, at, booking.timeZone)
  return (
    <Card label={t('booking.one')}>
      <DescriptionList
        items={[
          { label: t('booking.moveFrom'), value: formatTime(booking.start) },
          { label: t('booking.moveTo'), value: formatTime(move.start) },
          ...(move.staffName ? [{ label: t('booking.detail.with'), value: move.staffName }] : []),
          { label: t('booking.moveNewPrice'), value: format(move.price, i18n.locale) },
          { label: t('booking.movePaid'), value: format(booking.deposit, i18n.locale) },
          { label: t('booking.moveDueNow'), value: format(move.due, i18n.locale), total: true },
        ]}
      />
    </Card>
  )
}
