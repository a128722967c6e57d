import { useParams } from 'react-router'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { List, ListRow } from '@buy-locals/ui/list'
import { Sheet } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Answered } from '../shell/answered'
import { useHere } from '../shell/here'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import { peopleIn, type GroupEntry } from './entries'
import { useBoard, useDay } from './use-board'
import { useSheet } from './use-sheet'

/** A class and everybody who comes to it. */
export function Component() {
  const t = useT()
  const { bookingId } = useParams()
  const { business, to } = useHere()
  const { moment } = useTimes(business.timeZone)
  const { date } = useDay()
  const { bookings, entries } = useBoard(date)
  const { sheet } = useSheet()
  const group = entries?.find(
    (entry): entry is GroupEntry => entry.kind === 'group' && entry.bookings.some(({ id }) => id === bookingId),
  )
  return (
    <Sheet {...sheet} title={group?.bookings[0].serviceName ?? t('board.group')}>
      <Answered of={bookings}>
        {() =>
          group ? (
            <Stack gap="md">
              <Text tone="quiet">
                {moment(group.bookings[0].start)} ·{' '}
                {t('board.seats', { taken: peopleIn(group.bookings), seats: group.seats })}
              </Text>
              <List label={t('board.group')}>
                {group.bookings.map(({ id, customer, partySize, status }) => (
                  <ListRow
                    key={id}
                    href={to(`board/bookings/${id}?day=${date}`)}
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
      </Answered>
    </Sheet>
  )
}
