import { BookingStatus } from '@buy-locals/features/booking-status'
import { List, ListRow } from '@buy-locals/ui/list'
import { useTimes } from '@buy-locals/features/time/use-times'
import { isOff, type BoardBooking } from '@buy-locals/features/board/entries'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'
import { useDay } from './use-board'
import styles from './off-list.module.css'

/** Cancelled and expired bookings, folded below the board. */
export function OffList({ bookings }: { bookings: readonly BoardBooking[] }) {
  const t = useT()
  const { business, pathTo } = useCurrentBusiness()
  const { date } = useDay()
  const { formatSpan } = useTimes(business.timeZone)
  const off = bookings.filter(isOff)
  if (off.length === 0) return null
  const title = t('board.off', { count: off.length })
  return (
    <details className={styles.off}>
      <summary>{title}</summary>
      <List label={title}>
        {off.map(({ id, start, end, serviceName, customer, status }) => (
          <ListRow
            key={id}
            href={pathTo(`board/bookings/${id}?day=${date}`)}
            title={`${formatSpan(start, end)} ${serviceName}`}
            detail={customer.name}
            trailing={<BookingStatus status={status} />}
          />
        ))}
      </List>
    </details>
  )
}
