import { Navigate, useParams } from 'react-router'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { useOperationQuery } from '../api/queries'
import { Page } from '@buy-locals/ui/layout'
import { businessesOf, useKnownMe } from '../session/me'
import { Answered } from '../shell/answered'
import { dateIn } from '../time/times'

/** Mails and the inbox know the booking, not the board that it is on. */
export function ToBooking() {
  const bookingId = (useParams()['bookingId'] ?? '') as Id<'booking'>
  const booking = useOperationQuery(readBooking, { params: { bookingId } })
  return (
    <Page>
      <Answered of={booking}>
        {({ businessId, start, timeZone }) => (
          <Navigate replace to={`/${businessId}/board/bookings/${bookingId}?day=${dateIn(start, timeZone)}`} />
        )}
      </Answered>
    </Page>
  )
}

export function ToReviews() {
  const [first, ...others] = businessesOf(useKnownMe())
  return <Navigate replace to={first && others.length === 0 ? `/${first.id}/reviews` : '/'} />
}
