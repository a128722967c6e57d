/** Minutes from the beginning of a local day, as elapsed time: a day of a clock change has 23 or 25 hours. */
export type Span = { start: number; end: number }

export type InLane<T extends Span> = T & { lane: number; lanes: number }

/** Puts what overlaps side by side: each in the first lane that is free, all of one knot as narrow as it needs. */
export function assignLanes<T extends Span>(spans: readonly T[]): InLane<T>[] {
  const placed: InLane<T>[] = []
  let knot: InLane<T>[] = []
  let knotEnd = -Infinity
  const ends: number[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= knotEnd) {
      knot = []
      ends.length = 0
    }
    const free = ends.findIndex((end) => end <= span.start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = span.end
    knotEnd = Math.max(knotEnd, span.end)
    const laned = { ...span, lane, lanes: ends.length }
    knot.push(laned)
    placed.push(laned)
    for (const span of knot) span.lanes = ends.length
  }
  return placed
}

/** What is left of the open time: at least so many minutes in a piece, from `since` on. */
export function findGaps(open: readonly Span[], taken: readonly Span[], least: number, since = 0): Span[] {
  const busy = taken.toSorted((a, b) => a.start - b.start)
  return open.flatMap(({ start, end }) => {
    const gaps: Span[] = []
    let from = Math.max(start, since)
    for (const span of busy) {
      if (span.end <= from || span.start >= end) continue
      if (span.start - from >= least) gaps.push({ start: from, end: span.start })
      from = Math.max(from, span.end)
    }
    if (end - from >= least) gaps.push({ start: from, end })
    return gaps
  })
}

const shortest = 6 * 60

/** Whole hours around everything there is to see, and enough of them to look like a day. */
export function findFrame(spans: readonly Span[], whole: Span, usual: Span): Span {
  const shown = spans.length ? spans : [usual]
  const first = Math.max(whole.start, Math.floor(Math.min(...shown.map((span) => span.start)) / 60) * 60)
  const last = Math.ceil(Math.max(...shown.map((span) => span.end)) / 60) * 60
  const end = Math.min(whole.end, Math.max(last, first + shortest))
  return { start: Math.max(whole.start, Math.min(first, end - shortest)), end }
}
