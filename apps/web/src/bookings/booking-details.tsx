import { cancellationText } from '@buy-locals/features/booking/policy-text'
import { isOver, isPaidOnline } from '@buy-locals/features/booking/status'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { formatAddress } from '@buy-locals/values/address'
import { formatDateTimeWithZone } from '@buy-locals/values/format-time'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Text } from '@buy-locals/ui/text'
import { format, subtract } from '@buy-locals/values/money'
import { useT } from '../messages/site-i18n'
import type { LoadedBooking } from './load-booking'

export function BookingDetails({ loaded: { booking, business, phoneText, now } }: { loaded: LoadedBooking }) {
  const t = useT()
  const i18n = useI18n()
  const { address } = business ?? {}
  const place = address ? formatAddress(address) : booking.venue?.address
  const rest = subtract(booking.price, booking.deposit)
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
    {
      label: t('booking.price'),
      value: booking.price.amount ? format(booking.price, i18n.locale) : translatorForFeatures(i18n)('booking.free'),
    },
    ...(booking.payment === 'online' && rest.amount > 0
      ? [{ label: t('book.payThere'), value: format(rest, i18n.locale) }]
      : []),
    ...(booking.payment === 'online'
      ? [
          {
            label: t(isPaidOnline(booking) ? 'booking.paidOnline' : 'booking.toPayOnline'),
            value: format(booking.deposit, i18n.locale),
            total: true,
          },
        ]
      : []),
    ...(booking.payment === 'at-venue'
      ? [{ label: t('book.payThere'), value: format(booking.price, i18n.locale), total: true }]
      : []),
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
