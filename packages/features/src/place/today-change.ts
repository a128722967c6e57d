import type { Hours } from '@buy-locals/contracts/business/shapes'
import { closeHours, resumeWeeklyHours } from '@buy-locals/scheduling/closing'
import { openState } from '@buy-locals/scheduling/open-state'
import { isOff, type BoardBooking } from '../board/entries'

type TodayChange = 'closeNow' | 'closeToday' | 'resume'
type Moment = { timeZone: string; now: string }

/** What can be changed about today at once, without the page of all hours. */
export function findTodayChange(hours: Hours, timeZone: string, now: string): TodayChange | undefined {
  if (openState(hours, timeZone, now).isOpen) return 'closeNow'
  if (resumeWeeklyHours(hours, timeZone, now)) return 'resume'
  return closeHours(hours, timeZone, now) && 'closeToday'
}

/** The hours after it; without `until` for the rest of the day. Undefined where nothing would change. */
export const changeToday = (
  hours: Hours,
  change: TodayChange,
  { timeZone, now, until }: Moment & { until?: string | undefined },
): Hours | undefined =>
  change === 'resume' ? resumeWeeklyHours(hours, timeZone, now) : closeHours(hours, timeZone, now, until)

/** What is booked until a business opens again. */
export function findBookedMeanwhile<Booking extends Pick<BoardBooking, 'status' | 'start' | 'end'>>(
  bookings: readonly Booking[],
  hours: Hours,
  { timeZone, now }: Moment,
): Booking[] {
  const { nextChange: opens } = openState(hours, timeZone, now)
  return bookings.filter(
    (booking) => !isOff(booking) && booking.end > now && (opens === undefined || booking.start < opens),
  )
}
