import type { Shift } from './shifts.ts'
import type { BusyPeriod, SlotQuery } from './slot-query.ts'

/**
 * Which of the starts one staff member or one resource cannot take. `blockers` counts what stands in the way of each start,
 * as the difference from the start before; `groupSeats` has the seats taken in a group that is running exactly then.
 */
export type BlockedStarts = { blockers: Int32Array; groupSeats: Map<number, number> }

export function blockNothing(starts: number[]): BlockedStarts {
  return { blockers: new Int32Array(starts.length + 1), groupSeats: new Map() }
}

export function block({ blockers }: BlockedStarts, from: number, to: number): void {
  if (from >= to) return
  blockers[from]! += 1
  blockers[to]! -= 1
}

export function blockBusyPeriods(blocked: BlockedStarts, busy: BusyPeriod[], starts: number[], query: SlotQuery): void {
  const { duration, bufferBefore, bufferAfter } = query
  for (const period of busy) {
    if (period.from >= period.to) continue
    const first = findFirstAfter(starts, period.from - duration - bufferAfter)
    const end = findFirstFrom(starts, period.to + bufferBefore)
    const groupStart = period.seats === undefined ? -1 : findStartOfGroup(period, starts, duration)
    if (groupStart === -1) block(blocked, first, end)
    else {
      blocked.groupSeats.set(groupStart, (blocked.groupSeats.get(groupStart) ?? 0) + (period.seats ?? 0))
      block(blocked, first, groupStart)
      block(blocked, groupStart + 1, end)
    }
  }
}

/** Takes the shifts merged and by start. */
export function blockOutsideShifts(
  blocked: BlockedStarts,
  shifts: Shift[],
  starts: number[],
  { duration }: SlotQuery,
): void {
  let from = 0
  for (const { start, end } of shifts) {
    const first = Math.max(from, findFirstFrom(starts, start))
    block(blocked, from, first)
    from = Math.max(first, findFirstAfter(starts, end - duration))
  }
  block(blocked, from, starts.length)
}

// The start at which a busy period with seats is the group already running; -1 where it is at none.
function findStartOfGroup({ start, end }: BusyPeriod, starts: number[], duration: number): number {
  const index = findFirstFrom(starts, start)
  return starts[index] === start && end === start + duration ? index : -1
}

function findFirstFrom(starts: number[], least: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (starts[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

function findFirstAfter(starts: number[], bound: number): number {
  const index = findFirstFrom(starts, bound)
  return starts[index] === bound ? index + 1 : index
}
