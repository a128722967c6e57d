import { cancellationText } from '@buy-locals/features/booking/policy-text'
import { priceLines } from '@buy-locals/features/booking/price-lines'
import { isOver, isPaidOnline } from '@buy-locals/features/booking/status'
import { useI18n } from '@buy-locals/features/i18n'
import { formatAddress } from '@buy-locals/values/address'
import { formatDateTimeWithZone } from '@buy-locals/values/format-time'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Text } from '@buy-locals/ui/text'
import { useT } from '../messages/site-i18n'
import type { LoadedBooking } from './load-booking'

export function BookingDetails({ loaded: { booking, business, phoneText, now } }: { loaded: LoadedBooking }) {
  const t = useT()
  const i18n = useI18n()
  const { address } = business ?? {}
  const place = address ? formatAddress(address) : booking.venue?.address
  const items = [
    { label: t('booking.when'), value: formatDateTimeWithZone(i18n, booking.start, booking.timeZone) },
    ...(booking.previousStart
      ? [
          {
            label: t('booking.movedFrom'),
            value: formatDateTimeWithZone(i18n, booking.previousStart, booking.timeZone),
          },
        ]
      : []),
    ...(booking.staffName ? [{ label: t('booking.with'), value: booking.staffName }] : []),
    ...(place ? [{ label: t('booking.where'), value: place }] : []),
    ...(phoneText ? [{ label: t('booking.phone'), value: phoneText }] : []),
    ...(booking.partySize > 1 ? [{ label: t('booking.people'), value: String(booking.partySize) }] : []),
    ...(booking.note ? [{ label: t('booking.note'), value: booking.note }] : []),
    ...priceLines(i18n, booking, isPaidOnline(booking) ? 'paid' : 'unpaid'),
  ]
  return (
    <Card label={t('booking.one')}>
      <DescriptionList items={items} />
      {!isOver(booking.status) && (
        <Text size="small" tone="quiet">
          {cancellationText(i18n, { ...booking, deposit: isPaidOnline(booking) ? booking.deposit : undefined }, now)}
        </Text>
      )}
    </Card>
  )
}
