import { partsOfDay } from '@buy-locals/contracts/business/choices'
import type { PartOfDay } from '@buy-locals/contracts/business/shapes'
import { toLocalDate, toLocalHour } from '../time/dates'
import type { SearchFilters } from './search-query'

const endOf: Record<PartOfDay, number> = { morning: 12, afternoon: 17, evening: 24 }

/** The parts of a day that are not over. */
export function listParts(on: string, timeZone: string, now: string): PartOfDay[] {
  const today = toLocalDate(now, timeZone)
  const hour = toLocalHour(now, timeZone)
  return partsOfDay.filter((part) => on > today || (on === today && hour < endOf[part]))
}

/** On another day the same part of it, unless that is over. No day has no part. */
export const chooseDay = (
  { part }: SearchFilters,
  on: string | undefined,
  timeZone: string,
  now: string,
): Pick<SearchFilters, 'on' | 'part'> => ({
  on,
  part: on ? listParts(on, timeZone, now).find((other) => other === part) : undefined,
})
