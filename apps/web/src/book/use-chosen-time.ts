import { useLocation } from 'react-router'
import { toLocalDate } from '@buy-locals/features/time/dates'
import { useKept } from '@buy-locals/client/stored-text'
import type { BookingOptions } from './load-options'

export type ChosenTime = {
  day: string | undefined
  time: string | undefined
  chooseDay: (day: string) => void
  chooseTime: (time: string) => void
}

/** The first day with something free is chosen until the reader chooses another; a time that is no longer free is dropped. */
export function useChosenTime({ slots, business: { timeZone } }: BookingOptions): ChosenTime {
  const { pathname } = useLocation()
  const [day, chooseDay] = useKept(`day ${pathname}`)
  const [time, chooseTime] = useKept(`time ${pathname}`)
  const dates = new Set(slots.map(({ start }) => toLocalDate(start, timeZone)))
  const [first] = dates
  const shownDay = day && dates.has(day) ? day : first
  const isFree = slots.some(({ start }) => start === time && toLocalDate(start, timeZone) === shownDay)
  return { day: shownDay, time: isFree ? time : undefined, chooseDay, chooseTime }
}
