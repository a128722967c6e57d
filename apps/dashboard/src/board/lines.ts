import { shortestGap } from './column-track'
import type { Column } from './columns'
import type { Entry } from './entries'
import { findGaps, type Span } from './spans'

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
