import { block, blockBusy, blockOutside, diaryFrom, type Diary } from './diary.ts'
import { seatsTaken } from './resources.ts'
import { merged } from './shifts.ts'
import type { Person, Wanted } from './slot-request.ts'
import { shiftsAround } from './starts.ts'

type People = { staffIds: string[]; seatsLeft: number }
type Changes = { comeOrGo: number[][]; seatsInGroups: Map<number, number[]> }

/**
 * Who can take each start, to be asked from the first start to the last. Few people come or go from one start to the
 * next, so the list is kept and copied rather than gathered anew.
 */
export function rosterOf(starts: number[], wanted: Wanted): (index: number) => People {
  const { comeOrGo, seatsInGroups } = changesOf(starts, wanted)
  const present: number[] = []
  const ids: string[] = []
  return (index) => {
    for (const person of comeOrGo[index]!) toggle(present, ids, person, wanted.staff)
    const inGroups = seatsInGroups.get(index)
    const withoutGroup = ids.length - (inGroups?.length ?? 0)
    const seatsLeft = Math.max(...(inGroups ?? []), withoutGroup > 0 ? wanted.capacity : -Infinity)
    return { staffIds: ids.slice(), seatsLeft }
  }
}

/** At each start the people who come or go, and the seats left with those who already lead a group then. */
function changesOf(starts: number[], wanted: Wanted): Changes {
  const comeOrGo: number[][] = starts.map(() => [])
  const seatsInGroups = new Map<number, number[]>()
  const rooms = riseOfRooms(starts, wanted)
  wanted.staff.forEach((person, number) => {
    const { rise, seats } = diaryOf(person, rooms, starts, wanted)
    const leads = seats.size > 0
    let inTheWay = 0
    let was = false
    for (let index = 0; index < starts.length; index++) {
      inTheWay += rise[index]!
      const is = inTheWay === 0
      if (is !== was) comeOrGo[index]!.push(number)
      was = is
      const taken = leads && is ? seats.get(index) : undefined
      if (taken !== undefined) seatsInGroups.set(index, [...(seatsInGroups.get(index) ?? []), wanted.capacity - taken])
    }
  })
  return { comeOrGo, seatsInGroups }
}

function diaryOf({ timetable, busy }: Person, rooms: Int32Array, starts: number[], wanted: Wanted): Diary {
  const { capacity, partySize } = wanted
  const diary = diaryFrom(rooms)
  if (timetable) blockOutside(diary, merged(shiftsAround(timetable, wanted)), starts, wanted)
  blockBusy(diary, busy, starts, wanted)
  if (capacity < partySize) block(diary, 0, starts.length)
  for (const [index, taken] of diary.seats) if (capacity - taken < partySize) block(diary, index, index + 1)
  return diary
}

function riseOfRooms(starts: number[], wanted: Wanted): Int32Array {
  const diary = diaryFrom(new Int32Array(starts.length + 1))
  seatsTaken(starts, wanted).forEach((taken, index) => {
    if (taken === Infinity) block(diary, index, index + 1)
  })
  return diary.rise
}

function toggle(present: number[], ids: string[], person: number, staff: Person[]): void {
  let [at, high] = [0, present.length]
  while (at < high) {
    const middle = (at + high) >>> 1
    if (present[middle]! < person) at = middle + 1
    else high = middle
  }
  const isHere = present[at] === person
  present.splice(at, isHere ? 1 : 0, ...(isHere ? [] : [person]))
  ids.splice(at, isHere ? 1 : 0, ...(isHere ? [] : [staff[person]!.id]))
}
