import type { BoardDay } from './board-day'
import type { Column } from './columns'
import type { Entry } from './entries'
import { findGaps, type Span } from './spans'

/** The shortest free time that is shown. */
export const shortestGap = 15

/** The minute from which free time can still be booked; the end of the day where the day is over. */
export const findBookableSince = (minute: number, day: BoardDay) =>
  Math.min(Math.max(0, Math.ceil(minute / 15) * 15), day.minutes)

export type Line = Span & { key: string; column: Column; entry?: Entry }

/** What is on a day, by time; with the free time where it is that of one column. */
export function buildLines(columns: readonly Column[], since: number): Line[] {
  const entries = columns.flatMap((column) =>
    column.entries.map((entry): Line => ({ key: entry.id, column, entry, start: entry.start, end: entry.end })),
  )
  const [only] = columns
  const gaps =
    only && columns.length === 1
      ? findGaps(only.open, only.entries, shortestGap, since).map((gap): Line => ({
          ...gap,
          key: `gap ${gap.start}`,
          column: only,
        }))
      : []
  return [...entries, ...gaps].toSorted((a, b) => a.start - b.start)
}
