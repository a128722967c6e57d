import { useState } from 'react'
import { toLocalDate } from '@buy-locals/features/time/dates'
import type { Offered } from './load'

export type ChosenTime = {
  day: string | undefined
  time: string | undefined
  chooseDay: (day: string) => void
  chooseTime: (time: string) => void
}

/** The first day with something free is chosen until the reader says otherwise; a time that is gone is not kept. */
export function useChosenTime({ slots, business: { timeZone } }: Offered): ChosenTime {
  const [day, setDay] = useState<string>()
  const [time, setTime] = useState<string>()
  const dates = new Set(slots.map(({ start }) => toLocalDate(start, timeZone)))
  const [first] = dates
  const shown = day && dates.has(day) ? day : first
  const isThere = slots.some(({ start }) => start === time && toLocalDate(start, timeZone) === shown)
  return { day: shown, time: isThere ? time : undefined, chooseDay: setDay, chooseTime: setTime }
}
