import { addDays, toLocalDate } from './dates'

/** Whether an instant is today or tomorrow at the place. */
export function relativeDay(instant: string, zone: string, now: string): 'today' | 'tomorrow' | undefined {
  const [date, today] = [toLocalDate(instant, zone), toLocalDate(now, zone)]
  if (date === today) return 'today'
  return date === addDays(today, 1) ? 'tomorrow' : undefined
}
