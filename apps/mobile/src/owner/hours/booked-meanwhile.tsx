import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listBusinessBookings } from '@buy-locals/contracts/booking/operations'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import { findBookedMeanwhile } from '@buy-locals/features/place/today-change'
import { addDays, toLocalDate } from '@buy-locals/features/time/dates'
import { useT } from '../../messages/mobile-i18n'
import { OverlappingBookings } from '../overlapping-bookings'
import { useBusiness } from '../use-business'

/** Shown before a business closes: what is booked until it opens again. A night ends on the next date. */
export function BookedMeanwhile({ hours, now }: { hours: Hours; now: string }) {
  const t = useT()
  const { business, params } = useBusiness()
  const today = toLocalDate(now, business.timeZone)
  const query = { from: today, to: addDays(today, 1) }
  const { data } = useOperationQuery(listBusinessBookings, { params, query })
  const bookings = findBookedMeanwhile(data?.items ?? [], hours, { timeZone: business.timeZone, now })
  return bookings.length === 0 ? null : <OverlappingBookings bookings={bookings} text={t('todayHours.keptText')} />
}
