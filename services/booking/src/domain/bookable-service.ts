import { Temporal } from 'temporal-polyfill'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import {
  createParsedParts,
  findSlots,
  type Busy,
  type ParsedParts,
  type Slot,
  type SlotRequest,
} from '@buy-locals/scheduling'
import type { Id } from '@buy-locals/values/ids'
import type { Business, CalendarId, ServiceResource, ServiceStaff } from './catalogue.ts'

/** One meeting of a class, of this or another service, that has bookings already. */
export type GroupSession = {
  id: Id<'groupSession'>
  serviceId: Id<'service'>
  staffId: Id<'staff'> | undefined
  calendarIds: CalendarId[]
  start: string
  end: string
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  capacity: number
  seatsTaken: number
}

/** A range of a calendar that is taken; buffers included, in UTC. */
export type BusyTime = {
  calendarId: CalendarId
  from: string
  to: string
  isBlock: boolean
  groupSession?: GroupSession | undefined
}

/** A service with everything that decides when it can be booked. */
export type BookableService = {
  business: Business
  service: Service
  /** Of the service's staff, those who work there, in its order. */
  staff: ServiceStaff[]
  resources: ServiceResource[]
  /** Something it needs is not there: a resource that was retired, or every one of a pool. */
  lacksResource: boolean
  /** It is paid online, and the business cannot take payments yet: only its own people book it. */
  awaitsPayments: boolean
  horizonDays: number
  busyTimes: BusyTime[]
  /** Shared by the services of one business: fifty shifts of a hundred people take longer to read than all else. */
  parsed?: ParsedParts
}

export type SlotWindow = { from: string; to: string; now: string; partySize: number }

/** What somebody of the business may override. */
export type RuleOverride = { notice?: boolean; hours?: boolean; horizon?: boolean; step?: boolean; busyTimes?: boolean }

const always = { weekly: ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, opens: '00:00', closes: '24:00' })) }

export function findFreeSlots(bookable: BookableService, window: SlotWindow, override: RuleOverride = {}): Slot[] {
  const request = toSlotRequest(bookable, window, override)
  return request ? findSlots(request, bookable.parsed) : []
}

/** The same, so many days at a time. */
export function* findFreeSlotsInParts(bookable: BookableService, window: SlotWindow, days: number): Generator<Slot[]> {
  const request = toSlotRequest(bookable, window, {})
  if (!request) return
  const parsed = { ...createParsedParts(), ...bookable.parsed }
  for (let from = window.from; from <= window.to;) {
    const next = Temporal.PlainDate.from(from).add({ days })
    const last = next.subtract({ days: 1 }).toString()
    yield findSlots({ ...request, from, to: last < window.to ? last : window.to }, parsed)
    from = next.toString()
  }
}

function toSlotRequest(
  bookable: BookableService,
  { from, to, now, partySize }: SlotWindow,
  override: RuleOverride,
): SlotRequest | undefined {
  const { business, service, staff, horizonDays, lacksResource } = bookable
  const hours = override.hours ? always : business.hours
  const lacksStaff = service.staffIds.length > 0 && staff.length === 0
  if (!hours || lacksStaff || lacksResource) return undefined
  const busy = groupBusyTimes(override.busyTimes ? { ...bookable, busyTimes: [] } : bookable)
  return {
    timeZone: business.timeZone,
    from,
    to,
    now,
    durationMinutes: service.durationMinutes,
    stepMinutes: override.hours || override.step ? 1 : service.stepMinutes,
    bufferBeforeMinutes: service.bufferBeforeMinutes,
    bufferAfterMinutes: service.bufferAfterMinutes,
    minNoticeMinutes: override.notice ? 0 : service.minNoticeMinutes,
    ...(override.horizon ? {} : { maxHorizonDays: horizonDays }),
    capacity: service.capacity,
    partySize,
    business: hours,
    staff: staff.map((person) => ({
      id: person.id,
      ...(person.hours && !override.hours && { hours: person.hours }),
      busy: busy.ofStaff(person.id),
    })),
    resources: listCalendarsBesideStaff(bookable).map(({ id, pool }) => ({
      id,
      ...(pool && { pool }),
      busy: busy.ofCalendar(id),
    })),
  }
}

/** One that is retired is missed, unless its pool has another. */
export function isResourceMissing(
  { resourceIds }: Pick<Service, 'resourceIds'>,
  all: readonly ServiceResource[],
): boolean {
  const needed = all.filter(({ id }) => resourceIds.includes(id))
  const poolsLeft = new Set(needed.filter(({ active }) => active).map(({ pool }) => pool))
  const isMissing = ({ active, pool }: ServiceResource) => !active && (pool === undefined || !poolsLeft.has(pool))
  return needed.length < resourceIds.length || needed.some(isMissing)
}

type PooledCalendar = { id: CalendarId; pool?: string | undefined }

/** A service that needs neither staff nor resources takes its time from a calendar of its own, as often as it has seats. */
export function listCalendarsBesideStaff({
  service,
  resources,
}: Pick<BookableService, 'service' | 'resources'>): PooledCalendar[] {
  const needsNothing = service.staffIds.length === 0 && service.resourceIds.length === 0
  return needsNothing ? [{ id: service.id }] : resources
}

function groupBusyTimes({ service, resources, busyTimes }: BookableService) {
  const byCalendar = Map.groupBy(busyTimes, ({ calendarId }) => calendarId)
  const ofCalendar = (id: CalendarId): Busy[] => (byCalendar.get(id) ?? []).map((time) => toBusy(time, service.id))
  // While one person leads a session in a room that the service needs, nobody else can give the service there.
  const sessionsInOurRooms = resources
    .filter(({ pool }) => pool === undefined)
    .flatMap(({ id }) => byCalendar.get(id) ?? [])
    .filter(({ groupSession }) => groupSession?.serviceId === service.id)
  const ofStaff = (id: Id<'staff'>): Busy[] => [
    ...ofCalendar(id),
    ...sessionsInOurRooms
      .filter(({ groupSession }) => groupSession?.staffId !== id)
      .map(({ from, to }) => ({ start: from, end: to })),
  ]
  return { ofCalendar, ofStaff }
}

function toBusy({ from, to, groupSession }: BusyTime, serviceId: Id<'service'>): Busy {
  if (groupSession?.serviceId !== serviceId) return { start: from, end: to }
  const { start, end, bufferBeforeMinutes, bufferAfterMinutes, seatsTaken } = groupSession
  return { start, end, bufferBeforeMinutes, bufferAfterMinutes, seats: seatsTaken }
}
