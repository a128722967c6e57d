import { dayOf } from './calendar.ts'
import { readHours, type Hours, type Timetable } from './hours.ts'
import { readInstant } from './instant.ts'
import { refuse } from './refuse.ts'
import { zoneNamed, type Zone } from './zone.ts'

export type Busy = {
  start: string
  end: string
  bufferBeforeMinutes?: number
  bufferAfterMinutes?: number
  /** Set only on a running group of this very service: the seats it has taken. */
  seats?: number
}

export type SlotRequest = {
  timeZone: string
  from: string
  to: string
  now: string
  durationMinutes: number
  stepMinutes: number
  bufferBeforeMinutes?: number
  bufferAfterMinutes?: number
  minNoticeMinutes?: number
  maxHorizonDays?: number
  capacity?: number
  partySize?: number
  business: Hours
  /** Empty: the service needs nobody. */
  staff: { id: string; hours?: Hours; busy: Busy[] }[]
  /** Every one without a pool is needed, and one of each pool. */
  resources?: { id: string; pool?: string; busy: Busy[] }[]
}

export type Slot = { start: string; end: string; staffIds: string[]; seatsLeft: number }

/** `from` and `to` with the buffers, `start` and `end` without. */
export type BusyRange = { start: number; end: number; from: number; to: number; seats: number | undefined }
export type Person = { id: string; timetable: Timetable | undefined; busy: BusyRange[] }
export type Resource = { pool: string | undefined; busy: BusyRange[] }

/** The request in seconds since 1970 and days since 1970. */
export type Wanted = {
  zone: Zone
  days: [number, number]
  now: number
  earliest: number
  duration: number
  step: number
  before: number
  after: number
  horizonDays: number
  capacity: number
  partySize: number
  timetable: Timetable
  staff: Person[]
  resources: Resource[]
}

export function readRequest(request: SlotRequest): Wanted {
  const now = readInstant(request.now, () => 'now')
  return {
    zone: zoneNamed(request.timeZone),
    days: [readDate(request.from, 'from'), readDate(request.to, 'to')],
    now,
    earliest: now + seconds(request.minNoticeMinutes ?? 0, () => 'minNoticeMinutes'),
    duration: atLeastOne(request.durationMinutes, 'durationMinutes'),
    step: atLeastOne(request.stepMinutes, 'stepMinutes'),
    before: seconds(request.bufferBeforeMinutes ?? 0, () => 'bufferBeforeMinutes'),
    after: seconds(request.bufferAfterMinutes ?? 0, () => 'bufferAfterMinutes'),
    horizonDays: request.maxHorizonDays ?? Infinity,
    capacity: request.capacity ?? 1,
    partySize: request.partySize ?? 1,
    timetable: readHours(request.business, 'business'),
    staff: request.staff.map(({ id, hours, busy }, index) => ({
      id,
      timetable: hours && readHours(hours, `staff[${index}].hours`),
      busy: readBusy(busy, `staff[${index}].busy`),
    })),
    resources: (request.resources ?? []).map(({ pool, busy }, index) => ({
      pool,
      busy: readBusy(busy, `resources[${index}].busy`),
    })),
  }
}

function readBusy(busy: Busy[], field: string): BusyRange[] {
  return busy.map(({ start, end, bufferBeforeMinutes, bufferAfterMinutes, seats }, index) => {
    const startsAt = readInstant(start, () => `${field}[${index}].start`)
    const endsAt = readInstant(end, () => `${field}[${index}].end`)
    const before = seconds(bufferBeforeMinutes ?? 0, () => `${field}[${index}].bufferBeforeMinutes`)
    const after = seconds(bufferAfterMinutes ?? 0, () => `${field}[${index}].bufferAfterMinutes`)
    return { start: startsAt, end: endsAt, from: startsAt - before, to: endsAt + after, seats }
  })
}

function readDate(text: string, field: string): number {
  const day = dayOf(text)
  return Number.isNaN(day) ? refuse(field, text, 'a date YYYY-MM-DD') : day
}

function seconds(minutes: number, field: () => string): number {
  return Number.isInteger(minutes) && minutes >= 0
    ? minutes * 60
    : refuse(field(), minutes, 'a whole number of minutes')
}

function atLeastOne(minutes: number, field: string): number {
  return minutes >= 1 ? seconds(minutes, () => field) : refuse(field, minutes, 'at least one minute')
}
