import { BookingStatus } from '@buy-locals/features/booking-status'
import type { blockTime } from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { List, ListRow } from '@buy-locals/ui/list'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { useCurrentBusiness } from '../shell/current-business'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'

type OverlappingBookingsProps = { bookings: Output<typeof blockTime>['overlapping']; date: string }

/** What is booked in a time that was blocked: each is kept, until somebody cancels it. */
export function OverlappingBookings({ bookings, date }: OverlappingBookingsProps) {
  const t = useT()
  const { business, pathTo } = useCurrentBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  return (
    <Stack gap="lg">
      <Notice
        tone="info"
        title={t('board.overlapping', { count: bookings.length })}
        text={t('board.overlappingText')}
      />
      <List label={t('board.overlappingList')}>
        {bookings.map(({ id, customer, serviceName, start, status }) => (
          <ListRow
            key={id}
            href={pathTo(`board/bookings/${id}?day=${date}`)}
            title={`${customer.name}, ${serviceName}`}
            detail={formatMoment(start)}
            trailing={<BookingStatus status={status} />}
          />
        ))}
      </List>
    </Stack>
  )
}
