import { bookingLines } from '@buy-locals/features/booking/booking-lines'
import { cancellationText } from '@buy-locals/features/booking/policy-text'
import { hasBegun, isOver, isPaidOnline } from '@buy-locals/features/booking/status'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { formatAddress } from '@buy-locals/values/address'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Text } from '@buy-locals/ui/text'
import type { LoadedBooking } from './load-booking'

export function BookingDetails({ loaded: { booking, business, phoneText, now } }: { loaded: LoadedBooking }) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const { address } = business ?? {}
  const place = address ? formatAddress(address) : booking.venue?.address
  return (
    <Card label={t('booking.one')}>
      <DescriptionList items={bookingLines(i18n, { booking, address: place, phone: phoneText })} />
      {!isOver(booking.status) && !hasBegun(booking, now) && (
        <Text size="small" tone="quiet">
          {cancellationText(i18n, { ...booking, deposit: isPaidOnline(booking) ? booking.deposit : undefined }, now)}
        </Text>
      )}
    </Card>
  )
}
