import { useParams } from 'react-router'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { List, ListRow } from '@buy-locals/ui/list'
import { Sheet } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { QueryResult } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import { countPeople, type GroupEntry } from './entries'
import { useBoard, useDay } from './use-board'
import { useSheet } from './use-sheet'

/** A group session and everybody who has booked it. */
export function Component() {
  const t = useT()
  const { bookingId } = useParams()
  const { business, pathTo } = useCurrentBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const { date } = useDay()
  const { bookings, entries } = useBoard(date)
  const { sheet } = useSheet()
  const group = entries?.find(
    (entry): entry is GroupEntry => entry.kind === 'group' && entry.bookings.some(({ id }) => id === bookingId),
  )
  return (
    <Sheet {...sheet} title={group?.bookings[0].serviceName ?? t('board.group')}>
      <QueryResult query={bookings}>
        {() =>
          group ? (
            <Stack gap="md">
              <Text tone="quiet">
                {formatMoment(group.bookings[0].start)} ·{' '}
                {t('board.seats', { taken: countPeople(group.bookings), seats: group.seats })}
              </Text>
              <List label={t('board.group')}>
                {group.bookings.map(({ id, customer, partySize, status }) => (
                  <ListRow
                    key={id}
                    href={pathTo(`board/bookings/${id}?day=${date}`)}
                    title={customer.name}
                    {...(partySize > 1 && { detail: `${t('booking.people')}: ${partySize}` })}
                    trailing={<BookingStatus status={status} />}
                  />
                ))}
              </List>
            </Stack>
          ) : (
            <Text>{t('failure.notFound')}</Text>
          )
        }
      </QueryResult>
    </Sheet>
  )
}
