import type { Slot } from '@buy-locals/scheduling'
import type { Id } from '@buy-locals/values/ids'
import { fromSecond, toSecond } from '@buy-locals/values/time'
import { listCalendarsBesideStaff, type BookableService, type GroupSession } from './bookable-service.ts'
import type { CalendarId } from './catalogue.ts'

/** Which calendars a booking would take, and the group session it would join. */
export type Assignment = {
  staffId: Id<'staff'> | undefined
  calendarIds: CalendarId[]
  joins: GroupSession | undefined
}

export type AssignmentRequest = {
  bookable: BookableService
  slot: Slot
  /** How many bookings each staff member has on that day. */
  bookingsOnDay: ReadonlyMap<string, number>
  /** Taken by others since the busy times were read. */
  lost: ReadonlySet<CalendarId>
  partySize: number
}

/** The fairest choice that may still be free: a group session with seats, else whoever has the fewest bookings that day, then in the service's order. */
export function assign(request: AssignmentRequest): Assignment | undefined {
  const session = findSessionWithSeats(request)
  if (session) return { staffId: session.staffId, calendarIds: session.calendarIds, joins: session }
  const { bookable, slot, bookingsOnDay, lost } = request
  const resources = chooseResources(request)
  if (!resources) return undefined
  if (bookable.service.staffIds.length === 0) return { staffId: undefined, calendarIds: resources, joins: undefined }
  const leadsSession = new Set(findSessionsAt(bookable, slot).map(({ staffId }) => staffId))
  const [staffId] = slot.staffIds
    .map((id) => id as Id<'staff'>)
    .filter((id) => !lost.has(id) && !leadsSession.has(id))
    .toSorted((a, b) => (bookingsOnDay.get(a) ?? 0) - (bookingsOnDay.get(b) ?? 0))
  return staffId && { staffId, calendarIds: [staffId, ...resources], joins: undefined }
}

function findSessionWithSeats({ bookable, slot, lost, partySize }: AssignmentRequest): GroupSession | undefined {
  return findSessionsAt(bookable, slot).find(
    ({ staffId, calendarIds, capacity, seatsTaken }) =>
      capacity - seatsTaken >= partySize &&
      (staffId === undefined || slot.staffIds.includes(staffId)) &&
      !calendarIds.some((id) => lost.has(id)),
  )
}

const findSessionsAt = ({ service, busyTimes }: BookableService, slot: Slot): GroupSession[] =>
  busyTimes
    .flatMap(({ groupSession }) => groupSession ?? [])
    .filter(({ serviceId, start, end }) => serviceId === service.id && start === slot.start && end === slot.end)

/** Every resource without a pool, and of each pool the first that is free; undefined where a pool has none left. */
function chooseResources({ bookable, slot, lost }: AssignmentRequest): CalendarId[] | undefined {
  const { service, busyTimes } = bookable
  const calendars = listCalendarsBesideStaff(bookable)
  if (calendars.length === 0) return []
  const from = toSecond(fromSecond(slot.start).subtract({ minutes: service.bufferBeforeMinutes }))
  const to = toSecond(fromSecond(slot.end).add({ minutes: service.bufferAfterMinutes }))
  const isFree = (id: CalendarId) =>
    !lost.has(id) && !busyTimes.some((busy) => busy.calendarId === id && busy.from < to && from < busy.to)
  const needed = calendars.filter(({ pool }) => pool === undefined).map(({ id }) => id)
  const pools = Map.groupBy(
    calendars.filter(({ pool }) => pool !== undefined),
    ({ pool }) => pool,
  )
  const chosen = [...pools.values()].map((members) => members.find(({ id }) => isFree(id))?.id)
  if (needed.some((id) => lost.has(id)) || chosen.includes(undefined)) return undefined
  return [...needed, ...chosen.flatMap((id) => id ?? [])]
}
