import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { addMinutes } from '@buy-locals/features/time/dates'
import { Button } from '@buy-locals/ui/button'
import { useT } from '../messages/mobile-i18n'

/** A browser outside of the app has no session there to fetch a file with, so the event is in the address. */
export function CalendarLink({ booking }: { booking: Booking }) {
  const t = useT()
  return (
    <Button wide tone="secondary" icon="calendar-plus" label={t('bookings.calendar')} href={googleEvent(booking)} />
  )
}

function googleEvent({ serviceName, venue, start, end }: Booking): string {
  const stamp = (instant: string) => addMinutes(instant, 0).replaceAll(/[-:]/g, '')
  const event = new URLSearchParams({
    action: 'TEMPLATE',
    text: [serviceName, venue?.name].filter(Boolean).join(', '),
    dates: `${stamp(start)}/${stamp(end)}`,
    location: venue?.address ?? '',
  })
  return `https://calendar.google.com/calendar/render?${event.toString()}`
}
