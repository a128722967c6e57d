import type { BusyRange, Wanted } from './slot-request.ts'

/** What one person or resource has on at each start. */
export type Diary = { blocked: Int32Array; seats: Float64Array }

export function emptyDiary(starts: number[]): Diary {
  return { blocked: new Int32Array(starts.length + 1), seats: new Float64Array(starts.length) }
}

/** Fills the diary anew, in one pass over the busy ranges and one over the starts. */
export function fill({ blocked, seats }: Diary, busy: BusyRange[], starts: number[], wanted: Wanted): void {
  const { duration, before, after } = wanted
  blocked.fill(0)
  seats.fill(0)
  const block = (from: number, to: number) => {
    if (from >= to) return
    blocked[from]! += 1
    blocked[to]! -= 1
  }
  for (const range of busy) {
    if (range.from >= range.to) continue
    const first = firstAfter(starts, range.from - duration - after)
    const end = firstFrom(starts, range.to + before)
    const own = range.seats === undefined ? -1 : ownStart(range, starts, duration)
    if (own === -1) block(first, end)
    else {
      seats[own]! += range.seats ?? 0
      block(first, own)
      block(own + 1, end)
    }
  }
  for (let index = 1; index < starts.length; index++) blocked[index]! += blocked[index - 1]!
}

// The start at which a range with seats is the group already running.
function ownStart({ start, end }: BusyRange, starts: number[], duration: number): number {
  const index = firstFrom(starts, start)
  return starts[index] === start && end === start + duration ? index : -1
}

function firstFrom(starts: number[], least: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (starts[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

function firstAfter(starts: number[], bound: number): number {
  const index = firstFrom(starts, bound)
  return starts[index] === bound ? index + 1 : index
}
