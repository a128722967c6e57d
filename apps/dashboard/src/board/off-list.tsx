import { BookingStatus } from '@buy-locals/features/booking-status'
import { List, ListRow } from '@buy-locals/ui/list'
import { useHere } from '../shell/here'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import { isOff, type BoardBooking } from './entries'
import { useDay } from './use-board'
import styles from './off-list.module.css'

/** What was cancelled or ran out: out of the way, and not lost. */
export function OffList({ bookings }: { bookings: readonly BoardBooking[] }) {
  const t = useT()
  const { business, to } = useHere()
  const { date } = useDay()
  const { span } = useTimes(business.timeZone)
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
            href={to(`board/bookings/${id}?day=${date}`)}
            title={`${span(start, end)} ${serviceName}`}
            detail={customer.name}
            trailing={<BookingStatus status={status} />}
          />
        ))}
      </List>
    </details>
  )
}
