import { useState } from 'react'
import { isOff, type BoardBooking } from '@buy-locals/features/board/entries'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Button } from '@buy-locals/ui/button'
import { List, ListRow } from '@buy-locals/ui/list'
import { Stack } from '@buy-locals/ui/stack'
import { useT } from '../../messages/mobile-i18n'
import { useBusiness } from '../use-business'

/** Cancelled and expired bookings, folded below the board. */
export function OffList({ bookings }: { bookings: readonly BoardBooking[] }) {
  const t = useT()
  const { business, pathTo } = useBusiness()
  const { formatSpan } = useTimes(business.timeZone)
  const [isOpen, setOpen] = useState(false)
  const off = bookings.filter(isOff)
  if (off.length === 0) return null
  const title = t('board.off', { count: off.length })
  return (
    <Stack gap="sm">
      <Button
        flush
        tone="quiet"
        iconAfter={isOpen ? 'chevron-up' : 'chevron-down'}
        label={title}
        onPress={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <List label={title}>
          {off.map(({ id, start, end, serviceName, customer, status }) => (
            <ListRow
              key={id}
              href={pathTo(`bookings/${id}`)}
              title={`${formatSpan(start, end)} ${serviceName}`}
              detail={customer.name}
              trailing={<BookingStatus status={status} />}
            />
          ))}
        </List>
      )}
    </Stack>
  )
}
