import type { Hours } from '@buy-locals/contracts/business/shapes'
import { closeHours, resumeWeeklyHours } from '@buy-locals/scheduling/closing'
import { openState } from '@buy-locals/scheduling/open-state'

type TodayChange = 'closeNow' | 'closeToday' | 'resume'

/** What can be changed about today at once, without the page of all hours. */
export function findTodayChange(hours: Hours, timeZone: string, now: string): TodayChange | undefined {
  if (openState(hours, timeZone, now).isOpen) return 'closeNow'
  if (resumeWeeklyHours(hours, timeZone, now)) return 'resume'
  return closeHours(hours, timeZone, now) && 'closeToday'
}
