import type { Hours } from '@buy-locals/contracts/business/shapes'
import { shiftsOn } from '../place/week'
import { addMinutes, toLocalDate, toLocalTime } from '../time/dates'

export type EmptyDay = 'closed' | 'off' | 'late' | 'full'

export type Bookable = {
  /** Unknown hours close nothing. */
  hours: Hours | undefined
  /** Of whoever can give the service, or of the one who was chosen; without any, those of the business. */
  staff: readonly { hours?: Hours | undefined }[]
  minNoticeMinutes: number
  timeZone: string
  now: string
}

/** Why nothing can be booked on a day: nobody should read that a closed shop is fully booked. */
export function whyEmpty(date: string, { hours, staff, minNoticeMinutes, timeZone, now }: Bookable): EmptyDay {
  const isOpen = !hours || shiftsOn(hours, date).length > 0
  if (!isOpen) return 'closed'
  const isAnybodyThere = staff.length === 0 || staff.some((one) => !one.hours || shiftsOn(one.hours, date).length > 0)
  if (!isAnybodyThere) return 'off'
  const earliest = addMinutes(now, minNoticeMinutes)
  const firstDate = toLocalDate(earliest, timeZone)
  if (date > firstDate || !hours) return 'full'
  return date < firstDate || shiftsOn(hours, date).every((shift) => endsBefore(shift, earliest, timeZone))
    ? 'late'
    : 'full'
}

/** One that closes before it opens ends on the next day. */
const endsBefore = (
  { opens = '', closes = '' }: { opens?: string | undefined; closes?: string | undefined },
  at: string,
  timeZone: string,
) => closes > opens && closes <= toLocalTime(at, timeZone)
