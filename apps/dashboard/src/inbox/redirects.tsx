import { toLocalDate } from '@buy-locals/features/time/dates'
import { Navigate, useParams } from 'react-router'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { Page } from '@buy-locals/ui/layout'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listBusinesses, useSignedIn } from '@buy-locals/client/me'
import { QueryResult } from '../shell/query-result'

/** Mails and the inbox link to a booking, not to the day of the board that it is on. */
export function ToBooking() {
  const bookingId = (useParams()['bookingId'] ?? '') as Id<'booking'>
  const booking = useOperationQuery(readBooking, { params: { bookingId } })
  return (
    <Page>
      <QueryResult query={booking}>
        {({ businessId, start, timeZone }) => (
          <Navigate replace to={`/${businessId}/board/bookings/${bookingId}?day=${toLocalDate(start, timeZone)}`} />
        )}
      </QueryResult>
    </Page>
  )
}

export function ToReviews() {
  const [first, ...others] = listBusinesses(useSignedIn())
  return <Navigate replace to={first && others.length === 0 ? `/${first.id}/reviews` : '/'} />
}
