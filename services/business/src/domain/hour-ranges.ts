import type { Hours } from '@buy-locals/scheduling'

/**
 * A week as seven stretches of 48 hours, in minutes: a shift past midnight stays with the day on which it starts, so that
 * an exception for that day replaces it and leaves the night before as it was.
 */
const dayStretch = 2880

type Shift = Pick<Hours['weekly'][number], 'opens' | 'closes'>

/** PostgreSQL's text of an int4multirange; undefined where the hours are unknown, `{}` where it never opens. */
export function toWeekRanges(hours: Hours | undefined): string | undefined {
  return hours && formatMultirange(hours.weekly.map((shift) => toRange(shift, (shift.day - 1) * dayStretch)))
}

/** By date, in minutes from its midnight. Closed wins over shifts of the same date. */
export function toExceptionRanges(hours: Hours | undefined): { date: string; hours: string }[] {
  const byDate = Map.groupBy(hours?.special ?? [], ({ date }) => date)
  return [...byDate].map(([date, entries]) => ({ date, hours: formatMultirange(toShiftRanges(entries)) }))
}

function toShiftRanges(entries: NonNullable<Hours['special']>): [number, number][] {
  if (entries.some(({ closed }) => closed)) return []
  return entries.flatMap(({ opens, closes }) => (opens && closes ? [toRange({ opens, closes }, 0)] : []))
}

function toRange({ opens, closes }: Shift, from: number): [number, number] {
  const [start, end] = [toMinute(opens), toMinute(closes)]
  return [from + start, from + (end <= start ? end + 1440 : end)]
}

function toMinute(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

const formatMultirange = (ranges: [number, number][]) =>
  `{${ranges.map(([start, end]) => `[${start},${end})`).join(',')}}`
