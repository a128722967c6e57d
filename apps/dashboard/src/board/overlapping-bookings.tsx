import { BookingStatus } from '@buy-locals/features/booking-status'
import type { blockTime } from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { List, ListRow } from '@buy-locals/ui/list'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { useTimes } from '@buy-locals/features/time/use-times'
import { useCurrentBusiness } from '../shell/current-business'

type OverlappingBookingsProps = {
  bookings: Output<typeof blockTime>['overlapping']
  /** `pending` is focused where it appears after a press. */
  tone?: 'info' | 'pending'
  title: string
  text: string
  /** What the list is called to those who hear it. */
  label: string
}

/** What is booked in a time that was blocked or closed: each is kept, until somebody cancels it. */
export function OverlappingBookings({ bookings, tone = 'info', title, text, label }: OverlappingBookingsProps) {
  const { business, pathTo } = useCurrentBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  return (
    <Stack gap="lg">
      <Notice tone={tone} title={title} text={text} />
      <List label={label}>
        {bookings.map(({ id, customer, serviceName, start, localStart, status }) => (
          <ListRow
            key={id}
            href={pathTo(`board/bookings/${id}?day=${localStart.slice(0, 10)}`)}
            title={`${customer.name}, ${serviceName}`}
            detail={formatMoment(start)}
            trailing={<BookingStatus status={status} />}
          />
        ))}
      </List>
    </Stack>
  )
}
