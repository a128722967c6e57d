import { useNow } from '@buy-locals/client/use-now'
import { isDate, toLocalDate } from '@buy-locals/features/time/dates'
import { useBusiness } from './use-business'

/** The day that a screen was opened from, or today. */
export function useDay(day = ''): string {
  const { business } = useBusiness()
  const today = toLocalDate(useNow(), business.timeZone)
  return isDate(day) ? day : today
}
