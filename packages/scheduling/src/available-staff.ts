import { block, blockBusyPeriods, blockNothing, blockOutsideShifts, type BlockedStarts } from './blocked-starts.ts'
import { countSeatsTaken } from './resources.ts'
import { mergeShifts } from './shifts.ts'
import type { Person, SlotQuery } from './slot-query.ts'
import { findShiftsAround } from './starts.ts'

/** `staffIds` is one list for as long as the same people are free: a month of a large team would be a million copied names. */
type AvailableStaff = { staffIds: string[]; seatsLeft: number }
/** By start: the people who become free or stop being so, and the seats left with each who already leads a group then. */
type StaffChanges = { toggled: number[][]; seatsLeftInGroups: Map<number, number[]> }

/**
 * Who can take each start; call it for every start, from the first to the last. Few people become free or busy from one
 * start to the next, so the list is kept up to date rather than gathered anew, and copied where it has changed.
 */
export function trackAvailableStaff(starts: number[], query: SlotQuery): (index: number) => AvailableStaff {
  const { toggled, seatsLeftInGroups } = findStaffChanges(starts, query)
  const free: number[] = []
  const ids: string[] = []
  let staffIds: string[] = []
  return (index) => {
    const changes = toggled[index]!
    for (const person of changes) toggle(free, ids, person, query.staff)
    if (changes.length > 0) staffIds = ids.slice()
    const inGroups = seatsLeftInGroups.get(index)
    const withoutGroup = ids.length - (inGroups?.length ?? 0)
    const seatsLeft = Math.max(...(inGroups ?? []), withoutGroup > 0 ? query.capacity : -Infinity)
    return { staffIds, seatsLeft }
  }
}

function findStaffChanges(starts: number[], query: SlotQuery): StaffChanges {
  const toggled: number[][] = starts.map(() => [])
  const seatsLeftInGroups = new Map<number, number[]>()
  const withoutResources = blockWithoutResources(starts, query)
  query.staff.forEach((person, number) => {
    const { blockers, groupSeats } = blockStartsOf(person, withoutResources, starts, query)
    const leadsGroups = groupSeats.size > 0
    let count = 0
    let wasFree = false
    for (let index = 0; index < starts.length; index++) {
      count += blockers[index]!
      const isFree = count === 0
      if (isFree !== wasFree) toggled[index]!.push(number)
      wasFree = isFree
      const taken = leadsGroups && isFree ? groupSeats.get(index) : undefined
      if (taken === undefined) continue
      seatsLeftInGroups.set(index, [...(seatsLeftInGroups.get(index) ?? []), query.capacity - taken])
    }
  })
  return { toggled, seatsLeftInGroups }
}

function blockStartsOf(
  { timetable, busy }: Person,
  withoutResources: BlockedStarts,
  starts: number[],
  query: SlotQuery,
): BlockedStarts {
  const { capacity, partySize } = query
  const blocked = { blockers: withoutResources.blockers.slice(), groupSeats: new Map<number, number>() }
  if (timetable) blockOutsideShifts(blocked, mergeShifts(findShiftsAround(timetable, query)), starts, query)
  blockBusyPeriods(blocked, busy, starts, query)
  if (capacity < partySize) block(blocked, 0, starts.length)
  for (const [index, taken] of blocked.groupSeats) if (capacity - taken < partySize) block(blocked, index, index + 1)
  return blocked
}

/** The starts at which a resource that is needed is not free, whoever the person is. */
function blockWithoutResources(starts: number[], query: SlotQuery): BlockedStarts {
  const blocked = blockNothing(starts)
  countSeatsTaken(starts, query).forEach((taken, index) => {
    if (taken === Infinity) block(blocked, index, index + 1)
  })
  return blocked
}

/** Adds the person where absent and removes them where present; both lists stay in the order of the staff. */
function toggle(free: number[], ids: string[], person: number, staff: Person[]): void {
  let [at, high] = [0, free.length]
  while (at < high) {
    const middle = (at + high) >>> 1
    if (free[middle]! < person) at = middle + 1
    else high = middle
  }
  const isPresent = free[at] === person
  free.splice(at, isPresent ? 1 : 0, ...(isPresent ? [] : [person]))
  ids.splice(at, isPresent ? 1 : 0, ...(isPresent ? [] : [staff[person]!.id]))
}
