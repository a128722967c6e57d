import type { Hours, SlotRequest } from '@buy-locals/scheduling'
import { Temporal } from 'temporal-polyfill'

type Size = { staff: number; days: number; opens: string; closes: string; busyEach?: number }

const firstDay = Temporal.PlainDate.from('2026-03-01')

/** Fifteen-minute starts of a shop in New York, over the clock change of March, with busy times spread over the days. */
export function month({ staff, days, opens, closes, busyEach = 40 }: Size): SlotRequest {
  return {
    timeZone: 'America/New_York',
    from: firstDay.toString(),
    to: firstDay.add({ days: days - 1 }).toString(),
    now: '2026-02-20T12:00:00Z',
    durationMinutes: 30,
    stepMinutes: 15,
    bufferAfterMinutes: 5,
    business: everyDay(opens, closes),
    staff: Array.from({ length: staff }, (_, person) => ({
      id: `stf_${person}`,
      hours: everyDay(opens, closes),
      busy: Array.from({ length: busyEach }, (_, index) => busy(person, index, days)),
    })),
  }
}

// Strides by primes spread the appointments evenly and differently for each person.
function busy(person: number, index: number, days: number) {
  const quarter = (index * 7919 + person * 131) % (days * 96)
  const start = firstDay.toZonedDateTime('UTC').add({ minutes: quarter * 15 })
  return { start: start.toInstant().toString(), end: start.add({ minutes: 60 }).toInstant().toString() }
}

function everyDay(opens: string, closes: string): Hours {
  return { weekly: ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, opens, closes })) }
}
