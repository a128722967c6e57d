import { addDays } from '@buy-locals/features/time/dates'
import type { Hours } from '@buy-locals/contracts/business/shapes'

type SpecialDay = Hours['special'][number]
/** The same on each day from `from` to `to`: holidays of two weeks are one of these. An empty `to` means one day. */
export type SpecialRange = Omit<SpecialDay, 'date'> & { from: string; to: string }

/** What the contract takes. */
export const maxSpecialDays = 400

/** As the editor shows it: days in a row that are alike are one range. */
export function toRanges(special: readonly SpecialDay[]): SpecialRange[] {
  const ranges: SpecialRange[] = []
  for (const { date, ...terms } of special.toSorted((a, b) => a.date.localeCompare(b.date))) {
    const before = ranges.find(({ from: _from, to, ...others }) => addDays(to, 1) === date && isSame(others, terms))
    if (before) before.to = date
    else ranges.push({ from: date, to: date, ...terms })
  }
  return ranges
}

const isSame = (some: Omit<SpecialDay, 'date'>, others: Omit<SpecialDay, 'date'>) =>
  (['closed', 'opens', 'closes', 'note'] as const).every((field) => some[field] === others[field])

/** As the contract takes it, in the order of the ranges. */
export const toSpecial = (ranges: readonly SpecialRange[]): SpecialDay[] =>
  ranges.flatMap(({ from, to, ...terms }) => datesFrom(from, to || from).map((date) => ({ date, ...terms })))

function datesFrom(from: string, to: string): string[] {
  const dates: string[] = []
  for (let date = from; date <= to && dates.length <= maxSpecialDays; date = addDays(date, 1)) dates.push(date)
  return dates
}

export type SpecialError = 'missingDate' | 'missingTimes' | 'order' | 'tooMany'

/** The first thing that does not fit. */
export function findSpecialError(
  ranges: readonly SpecialRange[],
): { kind: SpecialError; range?: SpecialRange } | undefined {
  for (const range of ranges) {
    const { from, to, closed, opens, closes } = range
    if (!from) return { kind: 'missingDate' }
    if (to && to < from) return { kind: 'order', range }
    if (!closed && (!opens || !closes)) return { kind: 'missingTimes', range }
  }
  return toSpecial(ranges).length > maxSpecialDays ? { kind: 'tooMany' } : undefined
}
