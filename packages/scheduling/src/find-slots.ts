import { emptyDiary, fill } from './diary.ts'
import { utc } from './instant.ts'
import { seatsTaken } from './resources.ts'
import { readRequest, type Slot, type SlotRequest, type Wanted } from './slot-request.ts'
import { startsOf, withinHours } from './starts.ts'

type Offer = { staffIds: string[]; seatsLeft: number }

/** Free starts for one service, in UTC, by start. Throws a RangeError that names the field it cannot read. */
export function findSlots(request: SlotRequest): Slot[] {
  const wanted = readRequest(request)
  const starts = startsOf(wanted)
  const offers = wanted.staff.length > 0 ? offersOfStaff(starts, wanted) : offersOfRooms(starts, wanted)
  return starts.flatMap((start, index) => {
    const offer = offers[index]
    return offer ? [{ start: utc(start), end: utc(start + wanted.duration), ...offer }] : []
  })
}

function offersOfRooms(starts: number[], wanted: Wanted): (Offer | undefined)[] {
  const { capacity, partySize } = wanted
  return Array.from(seatsTaken(starts, wanted), (taken) =>
    capacity - taken >= partySize ? { staffIds: [], seatsLeft: capacity - taken } : undefined,
  )
}

function offersOfStaff(starts: number[], wanted: Wanted): (Offer | undefined)[] {
  const { capacity, partySize } = wanted
  const isFree = seatsTaken(starts, wanted).map((taken) => (taken === Infinity ? 0 : 1))
  const offers: (Offer | undefined)[] = Array.from({ length: starts.length })
  const diary = emptyDiary(starts)
  for (const { id, timetable, busy } of wanted.staff) {
    const works = timetable ? withinHours(timetable, starts, wanted) : () => true
    fill(diary, busy, starts, wanted)
    for (let index = 0; index < starts.length; index++) {
      const left = capacity - diary.seats[index]!
      if (!isFree[index] || diary.blocked[index] || left < partySize || !works(index)) continue
      const offer = (offers[index] ??= { staffIds: [], seatsLeft: left })
      offer.staffIds.push(id)
      offer.seatsLeft = Math.max(offer.seatsLeft, left)
    }
  }
  return offers
}
