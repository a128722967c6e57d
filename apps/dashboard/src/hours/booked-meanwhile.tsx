import { listBusinessBookings } from '@buy-locals/contracts/booking/operations'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { findBookedMeanwhile } from '@buy-locals/features/place/today-change'
import { addDays, toLocalDate } from '@buy-locals/features/time/dates'
import { OverlappingBookings } from '../board/overlapping-bookings'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'

/** Shown before a business closes: what is booked until it opens again. A night ends on the next date. */
export function BookedMeanwhile({ hours, now }: { hours: Hours; now: string }) {
  const t = useT()
  const { business, params } = useCurrentBusiness()
  const today = toLocalDate(now, business.timeZone)
  const query = { from: today, to: addDays(today, 1) }
  const { data } = useOperationQuery(listBusinessBookings, { params, query })
  const bookings = findBookedMeanwhile(data?.items ?? [], hours, { timeZone: business.timeZone, now })
  if (bookings.length === 0) return null
  return (
    <OverlappingBookings
      bookings={bookings}
      title={t('board.overlapping', { count: bookings.length })}
      text={t('hours.keptText')}
      label={t('board.overlappingList')}
    />
  )
}
