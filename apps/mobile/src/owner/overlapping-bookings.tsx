import type { blockTime } from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { useTimes } from '@buy-locals/features/time/use-times'
import { List, ListRow } from '@buy-locals/ui/list'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { useT } from '../messages/mobile-i18n'
import { useBusiness } from './use-business'

type OverlappingProps = { bookings: Output<typeof blockTime>['overlapping']; text: string }

/** What is booked in a time that is blocked or closed: each is kept, until somebody cancels it. */
export function OverlappingBookings({ bookings, text }: OverlappingProps) {
  const t = useT()
  const { business, pathTo } = useBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  return (
    <Stack gap="lg">
      <Notice tone="info" title={t('board.overlapping', { count: bookings.length })} text={text} />
      <List label={t('board.overlappingList')}>
        {bookings.map(({ id, customer, serviceName, start, status }) => (
          <ListRow
            key={id}
            href={pathTo(`bookings/${id}`)}
            title={`${customer.name}, ${serviceName}`}
            detail={formatMoment(start)}
            trailing={<BookingStatus status={status} />}
          />
        ))}
      </List>
    </Stack>
  )
}
