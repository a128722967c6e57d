import { useState } from 'react'
import { toLocalDate } from '@buy-locals/features/time/dates'
import { useParams } from 'react-router'
import { listBusinessBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { isOver } from '@buy-locals/features/booking/status'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { Sheet } from '@buy-locals/ui/overlay'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useTimes } from '@buy-locals/features/time/use-times'
import { useSheet } from '../board/use-sheet'
import { LeaveGuard } from '../forms/leave-guard'
import { QueryResult } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'
import { BookingActions } from './booking-actions'
import { BookingComplaint } from './booking-complaint'
import { BookingDetails } from './booking-details'
import { BookingHistory } from './booking-history'
import { BookingMessages } from './booking-messages'
import { BookingMoney } from './booking-money'
import { BookingPolicy } from './booking-policy'
import { CustomerMail } from './customer-mail'
import { OverActions } from './over-actions'

/** Everything about one booking, and what can be done with it. */
export function Component() {
  const t = useT()
  const bookingId = (useParams()['bookingId'] ?? '') as Id<'booking'>
  const { business, params } = useCurrentBusiness()
  const { formatMomentSpan } = useTimes(business.timeZone)
  const [hasTyped, setTyped] = useState(false)
  const { sheet } = useSheet(hasTyped)
  const booking = useOperationQuery(readBooking, { params: { bookingId } })
  const date = booking.data ? toLocalDate(booking.data.start, business.timeZone) : ''
  const board = useOperationQuery(
    listBusinessBookings,
    { params, query: { from: date, to: date } },
    { when: date !== '' },
  )
  const customer = board.data?.items.find(({ id }) => id === bookingId)?.customer

  return (
    <Sheet
      {...sheet}
      title={booking.data?.serviceName ?? t('shell.loading')}
      actions={
        booking.data &&
        (isOver(booking.data.status) ? (
          <OverActions booking={booking.data} customer={customer} />
        ) : (
          <BookingActions booking={booking.data} customer={customer} />
        ))
      }
    >
      <LeaveGuard changed={hasTyped} />
      <QueryResult query={booking}>
        {(loaded) => (
          <Stack gap="xl">
            <Row justify="between" wrap>
              <Text weight="strong" tabular>
                {formatMomentSpan(loaded.start, loaded.end)}
              </Text>
              <div role="status">
                <BookingStatus status={loaded.status} />
              </div>
            </Row>
            <BookingComplaint booking={loaded} onType={setTyped} />
            {customer?.email && <CustomerMail booking={loaded} hasPhone={customer.phone !== undefined} />}
            <BookingDetails booking={loaded} customer={customer} country={business.address.country} />
            <BookingMessages booking={loaded} customer={customer} />
            <BookingMoney booking={loaded} />
            <BookingPolicy booking={loaded} />
            <BookingHistory booking={loaded} />
          </Stack>
        )}
      </QueryResult>
    </Sheet>
  )
}
