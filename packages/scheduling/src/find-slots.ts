import { utcWriter } from './instant.ts'
import { seatsTaken } from './resources.ts'
import { rosterOf } from './roster.ts'
import { readRequest, type Slot, type SlotRequest, type Wanted } from './slot-request.ts'
import { startsOf } from './starts.ts'

/** Free starts for one service, in UTC, by start. Throws a RangeError that names the field it cannot read. */
export function findSlots(request: SlotRequest): Slot[] {
  const wanted = readRequest(request)
  const starts = startsOf(wanted)
  return wanted.staff.length > 0 ? slotsOfStaff(starts, wanted) : slotsOfRooms(starts, wanted)
}

function slotsOfStaff(starts: number[], wanted: Wanted): Slot[] {
  const utc = utcWriter()
  const peopleAt = rosterOf(starts, wanted)
  const slots: Slot[] = []
  for (const [index, start] of starts.entries()) {
    const { staffIds, seatsLeft } = peopleAt(index)
    if (staffIds.length > 0) slots.push({ start: utc(start), end: utc(start + wanted.duration), staffIds, seatsLeft })
  }
  return slots
}

function slotsOfRooms(starts: number[], wanted: Wanted): Slot[] {
  const utc = utcWriter()
  const { duration, capacity, partySize } = wanted
  const taken = seatsTaken(starts, wanted)
  return starts.flatMap((start, index) => {
    const seatsLeft = capacity - taken[index]!
    return seatsLeft >= partySize ? [{ start: utc(start), end: utc(start + duration), staffIds: [], seatsLeft }] : []
  })
}
