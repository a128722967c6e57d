import { useKept } from '@buy-locals/client/stored-text'
import { toLocalDate } from '../time/dates'
import type { BookingOptions } from './load-options'

export type ChosenTime = {
  day: string | undefined
  time: string | undefined
  chooseDay: (day: string) => void
  chooseTime: (time: string) => void
}

type Free = { slots: BookingOptions['slots']; business: Pick<BookingOptions['business'], 'timeZone'> }

/** The first day with something free is chosen until the reader chooses another; a time that is no longer free is dropped. */
export function useChosenTime({ slots, business: { timeZone } }: Free, keptAs: string): ChosenTime {
  const [day, chooseDay] = useKept(`day ${keptAs}`)
  const [time, chooseTime] = useKept(`time ${keptAs}`)
  const dates = new Set(slots.map(({ start }) => toLocalDate(start, timeZone)))
  const [first] = dates
  const shownDay = day && dates.has(day) ? day : first
  const isFree = slots.some(({ start }) => start === time && toLocalDate(start, timeZone) === shownDay)
  return { day: shownDay, time: isFree ? time : undefined, chooseDay, chooseTime }
}
