/** As they come over the wire. */
export type Hours = {
  weekly: { day: number; opens: string; closes: string }[]
  special?: { date: string; closed?: boolean | undefined; opens?: string | undefined; closes?: string | undefined }[]
}

/**
 * A week as seven stretches of 48 hours, in minutes: a shift past midnight stays with the day on which it starts, so that
 * an exception for that day replaces it and leaves the night before as it was.
 */
const STRETCH = 2880

type Shift = { opens: string; closes: string }

/** PostgreSQL's text of an int4multirange; undefined where the hours are unknown, `{}` where it never opens. */
export function weekOf(hours: Hours | undefined): string | undefined {
  return hours && multirange(hours.weekly.map((shift) => minutes(shift, (shift.day - 1) * STRETCH)))
}

/** By date, in minutes from its midnight. Closed wins over shifts of the same date. */
export function exceptionsOf(hours: Hours | undefined): { date: string; hours: string }[] {
  const byDate = Map.groupBy(hours?.special ?? [], ({ date }) => date)
  return [...byDate].map(([date, entries]) => ({ date, hours: multirange(shiftsOf(entries)) }))
}

function shiftsOf(entries: NonNullable<Hours['special']>): [number, number][] {
  if (entries.some(({ closed }) => closed)) return []
  return entries.flatMap(({ opens, closes }) => (opens && closes ? [minutes({ opens, closes }, 0)] : []))
}

function minutes({ opens, closes }: Shift, from: number): [number, number] {
  const [start, end] = [minuteOf(opens), minuteOf(closes)]
  return [from + start, from + (end <= start ? end + 1440 : end)]
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

const multirange = (ranges: [number, number][]) => `{${ranges.map(([start, end]) => `[${start},${end})`).join(',')}}`
