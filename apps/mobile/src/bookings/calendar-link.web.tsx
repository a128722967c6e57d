import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { siteLink } from '../server/server-url'

/** The booking as a file for any calendar. */
export function CalendarLink({ booking }: { booking: Booking }) {
  const t = translatorForFeatures(useI18n())
  return (
    <Button
      wide
      tone="secondary"
      icon="calendar-plus"
      label={t('booking.calendar')}
      href={siteLink(`/v1/bookings/${booking.id}/calendar`)}
    />
  )
}
