import { useParams } from 'react-router'
import { listBusinessBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { Sheet } from '@buy-locals/ui/overlay'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useOperationQuery } from '../api/queries'
import { useSheet } from '../board/use-sheet'
import { Answered } from '../shell/answered'
import { useHere } from '../shell/here'
import { dateIn } from '../time/times'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import { BookingActs, isOpen } from './booking-acts'
import { BookingFacts } from './booking-facts'
import { BookingHistory } from './booking-history'
import { BookingMoney } from './booking-money'
import { BookingPolicy } from './booking-policy'

/** All that is known of one booking, and what can be done with it. */
export function Component() {
  const t = useT()
  const bookingId = (useParams()['bookingId'] ?? '') as Id<'booking'>
  const { business, params } = useHere()
  const { moment, time } = useTimes(business.timeZone)
  const { sheet } = useSheet()
  const booking = useOperationQuery(readBooking, { params: { bookingId } })
  const date = booking.data ? dateIn(booking.data.start, business.timeZone) : ''
  const board = useOperationQuery(
    listBusinessBookings,
    { params, query: { from: date, to: date } },
    { when: date !== '' },
  )
  const onBoard = board.data?.items.find(({ id }) => id === bookingId)
  const customer = onBoard?.customer

  return (
    <Sheet
      {...sheet}
      title={booking.data?.serviceName ?? t('shell.loading')}
      actions={booking.data && isOpen(booking.data) && <BookingActs booking={booking.data} customer={customer?.name} />}
    >
      <Answered of={booking}>
        {(known) => (
          <Stack gap="xl">
            <Row justify="between" wrap>
              <Text weight="strong" tabular>
                {moment(known.start)}–{time(known.end)}
              </Text>
              <div role="status">
                <BookingStatus status={known.status} />
              </div>
            </Row>
            <BookingFacts booking={known} customer={customer} />
            <BookingMoney booking={known} />
            <BookingPolicy booking={known} />
            <BookingHistory booking={known} />
          </Stack>
        )}
      </Answered>
    </Sheet>
  )
}
