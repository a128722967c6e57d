import { useBoard as useSharedBoard } from '@buy-locals/features/board/use-board'
import { toLocalDate } from '@buy-locals/features/time/dates'
import { useSearchParams } from 'react-router'
import { toSecond } from '@buy-locals/values/time'
import { useCurrentBusiness } from '../shell/current-business'
import { parseDate } from '../time/times'
import { useNow } from '../time/use-now'
import { useT } from '../messages/use-t'

/** The day in the address, or today in the zone of the business. */
export function useDay() {
  const { business } = useCurrentBusiness()
  const now = useNow()
  const today = toLocalDate(toSecond(now), business.timeZone)
  const [search] = useSearchParams()
  const date = parseDate(search.get('day')) ?? today
  return { date, today, now, isToday: date === today }
}

export const useBoard = (date: string) => useSharedBoard(useT(), date)
