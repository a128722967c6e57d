import { trackAvailableStaff } from './available-staff.ts'
import { createUtcFormatter } from './instant.ts'
import { countSeatsTaken } from './resources.ts'
import { parseRequest, type ParsedParts, type Slot, type SlotQuery, type SlotRequest } from './slot-query.ts'
import { findStarts } from './starts.ts'

/** Free starts for one service, in UTC, by start. Throws a RangeError that names the field it cannot read. */
export function findSlots(request: SlotRequest, parsed?: ParsedParts): Slot[] {
  const query = parseRequest(request, parsed)
  const starts = findStarts(query)
  return query.staff.length > 0 ? findSlotsWithStaff(starts, query) : findSlotsWithoutStaff(starts, query)
}

function findSlotsWithStaff(starts: number[], query: SlotQuery): Slot[] {
  const formatUtc = createUtcFormatter()
  const availableStaffAt = trackAvailableStaff(starts, query)
  const slots: Slot[] = []
  for (const [index, start] of starts.entries()) {
    const { staffIds, seatsLeft } = availableStaffAt(index)
    if (staffIds.length === 0) continue
    slots.push({ start: formatUtc(start), end: formatUtc(start + query.duration), staffIds, seatsLeft })
  }
  return slots
}

function findSlotsWithoutStaff(starts: number[], query: SlotQuery): Slot[] {
  const formatUtc = createUtcFormatter()
  const { duration, capacity, partySize } = query
  const taken = countSeatsTaken(starts, query)
  return starts.flatMap((start, index) => {
    const seatsLeft = capacity - taken[index]!
    if (seatsLeft < partySize) return []
    return [{ start: formatUtc(start), end: formatUtc(start + duration), staffIds: [], seatsLeft }]
  })
}
