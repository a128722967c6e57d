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

/** Which range, and in which of its fields it can be mended. */
export type SpecialError = {
  kind: 'missingDate' | 'missingTimes' | 'order' | 'tooMany'
  at: number
  field: 'from' | 'to' | 'opens' | 'closes'
}

/** The first thing that does not fit. */
export function findSpecialError(ranges: readonly SpecialRange[]): SpecialError | undefined {
  for (const [at, { from, to, closed, opens, closes }] of ranges.entries()) {
    if (!from) return { kind: 'missingDate', at, field: 'from' }
    if (to && to < from) return { kind: 'order', at, field: 'to' }
    if (!closed && (!opens || !closes)) return { kind: 'missingTimes', at, field: opens ? 'closes' : 'opens' }
  }
  const at = ranges.findIndex((_, index) => toSpecial(ranges.slice(0, index + 1)).length > maxSpecialDays)
  return at < 0 ? undefined : { kind: 'tooMany', at, field: 'to' }
}
