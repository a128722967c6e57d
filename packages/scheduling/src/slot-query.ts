import { parseDate } from './dates.ts'
import { parseHours, type Hours, type Timetable } from './hours.ts'
import { parseInstant } from './instant.ts'
import { rejectField } from './parse.ts'
import { findZone, type Zone } from './zone.ts'

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
export type BusyPeriod = { start: number; end: number; from: number; to: number; seats: number | undefined }
export type Person = { id: string; timetable: Timetable | undefined; busy: BusyPeriod[] }
export type Resource = { pool: string | undefined; busy: BusyPeriod[] }

/** The request in seconds since 1970 and days since 1970. */
export type SlotQuery = {
  zone: Zone
  days: [number, number]
  now: number
  earliest: number
  duration: number
  step: number
  bufferBefore: number
  bufferAfter: number
  horizonDays: number
  capacity: number
  partySize: number
  timetable: Timetable
  staff: Person[]
  resources: Resource[]
}

/**
 * What has been read of hours and busy times, by the objects that they are. Whoever gives it to several calls, for the days of
 * a month or the services of one shop, has each of them read once, and changes none of them in between.
 */
export type ParsedParts = { hours: Map<Hours, Timetable>; busy: Map<Busy[], BusyPeriod[]> }

export const createParsedParts = (): ParsedParts => ({ hours: new Map(), busy: new Map() })

export function parseRequest(request: SlotRequest, parsed?: ParsedParts): SlotQuery {
  const now = parseInstant(request.now, () => 'now')
  return {
    zone: findZone(request.timeZone),
    days: [parseDateField(request.from, 'from'), parseDateField(request.to, 'to')],
    now,
    earliest: now + toSeconds(request.minNoticeMinutes ?? 0, () => 'minNoticeMinutes'),
    duration: toSecondsAboveZero(request.durationMinutes, 'durationMinutes'),
    step: toSecondsAboveZero(request.stepMinutes, 'stepMinutes'),
    bufferBefore: toSeconds(request.bufferBeforeMinutes ?? 0, () => 'bufferBeforeMinutes'),
    bufferAfter: toSeconds(request.bufferAfterMinutes ?? 0, () => 'bufferAfterMinutes'),
    horizonDays: request.maxHorizonDays ?? Infinity,
    capacity: request.capacity ?? 1,
    partySize: request.partySize ?? 1,
    timetable: parseHours(request.business, 'business', parsed?.hours),
    staff: request.staff.map(({ id, hours, busy }, index) => ({
      id,
      timetable: hours && parseHours(hours, `staff[${index}].hours`, parsed?.hours),
      busy: parseBusy(busy, `staff[${index}].busy`, parsed?.busy),
    })),
    resources: (request.resources ?? []).map(({ pool, busy }, index) => ({
      pool,
      busy: parseBusy(busy, `resources[${index}].busy`, parsed?.busy),
    })),
  }
}

function parseBusy(busy: Busy[], field: string, parsed?: Map<Busy[], BusyPeriod[]>): BusyPeriod[] {
  const periods = parsed?.get(busy) ?? parsePeriods(busy, field)
  parsed?.set(busy, periods)
  return periods
}

function parsePeriods(busy: Busy[], field: string): BusyPeriod[] {
  return busy.map(({ start, end, bufferBeforeMinutes, bufferAfterMinutes, seats }, index) => {
    const startsAt = parseInstant(start, () => `${field}[${index}].start`)
    const endsAt = parseInstant(end, () => `${field}[${index}].end`)
    const before = toSeconds(bufferBeforeMinutes ?? 0, () => `${field}[${index}].bufferBeforeMinutes`)
    const after = toSeconds(bufferAfterMinutes ?? 0, () => `${field}[${index}].bufferAfterMinutes`)
    return { start: startsAt, end: endsAt, from: startsAt - before, to: endsAt + after, seats }
  })
}

function parseDateField(text: string, field: string): number {
  const day = parseDate(text)
  return Number.isNaN(day) ? rejectField(field, text, 'a date YYYY-MM-DD') : day
}

function toSeconds(minutes: number, field: () => string): number {
  return Number.isInteger(minutes) && minutes >= 0
    ? minutes * 60
    : rejectField(field(), minutes, 'a whole number of minutes')
}

function toSecondsAboveZero(minutes: number, field: string): number {
  return minutes >= 1 ? toSeconds(minutes, () => field) : rejectField(field, minutes, 'at least one minute')
}
