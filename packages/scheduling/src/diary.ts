import type { Shift } from './shifts.ts'
import type { BusyRange, Wanted } from './slot-request.ts'

/**
 * What one person or resource has on. `rise` says of each start how much more stands in its way than in that of the
 * start before; `seats` how many a group that is running exactly then has taken.
 */
export type Diary = { rise: Int32Array; seats: Map<number, number> }

export function diaryFrom(rise: Int32Array): Diary {
  return { rise: rise.slice(), seats: new Map() }
}

export function block({ rise }: Diary, from: number, to: number): void {
  if (from >= to) return
  rise[from]! += 1
  rise[to]! -= 1
}

export function blockBusy(diary: Diary, busy: BusyRange[], starts: number[], wanted: Wanted): void {
  const { duration, before, after } = wanted
  for (const range of busy) {
    if (range.from >= range.to) continue
    const first = firstAfter(starts, range.from - duration - after)
    const end = firstFrom(starts, range.to + before)
    const own = range.seats === undefined ? -1 : ownStart(range, starts, duration)
    if (own === -1) block(diary, first, end)
    else {
      diary.seats.set(own, (diary.seats.get(own) ?? 0) + (range.seats ?? 0))
      block(diary, first, own)
      block(diary, own + 1, end)
    }
  }
}

/** Takes the shifts merged and by start. */
export function blockOutside(diary: Diary, shifts: Shift[], starts: number[], { duration }: Wanted): void {
  let from = 0
  for (const { start, end } of shifts) {
    const first = Math.max(from, firstFrom(starts, start))
    block(diary, from, first)
    from = Math.max(first, firstAfter(starts, end - duration))
  }
  block(diary, from, starts.length)
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
