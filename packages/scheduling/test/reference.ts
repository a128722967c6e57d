import { Temporal } from 'temporal-polyfill'
import type { Busy, Hours, Slot, SlotRequest } from '../src/scheduling.ts'

// A reference implementation: the documented rules, minute by minute, slow and obvious. It shares no code with what it checks.

const MINUTE = 60_000
const DAY = 1440 * MINUTE

type Shift = { start: number; end: number }

export function findSlotsByMinute(request: SlotRequest): Slot[] {
  const { timeZone, from, to, now, durationMinutes, stepMinutes, minNoticeMinutes = 0, maxHorizonDays } = request
  const dateAt = (time: number) =>
    Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone).toPlainDate()
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to)
  const shop = shifts(request.business, timeZone, first, last)
  const slots: Slot[] = []
  for (let start = utcMidnight(first) - DAY; start <= utcMidnight(last) + 2 * DAY; start += MINUTE) {
    const end = start + durationMinutes * MINUTE
    const opening = Math.max(...shop.map((shift) => shift.start).filter((time) => time <= start))
    if (opening === -Infinity || (start - opening) % (stepMinutes * MINUTE) !== 0) continue
    if (!isOpenFrom(shop, opening, start) || !isOpenFrom(shop, start, end)) continue
    if (start < milliseconds(now) + minNoticeMinutes * MINUTE) continue
    const date = dateAt(start)
    if (Temporal.PlainDate.compare(date, first) < 0 || Temporal.PlainDate.compare(date, last) > 0) continue
    if (maxHorizonDays !== undefined && Temporal.PlainDate.compare(date, today.add({ days: maxHorizonDays })) > 0)
      continue
    const available = findAvailable(request, start, end, (hours) =>
      isOpenFrom(shifts(hours, timeZone, first, last), start, end),
    )
    if (available) slots.push({ start: text(start), end: text(end), ...available })
  }
  return slots
}

function findAvailable(request: SlotRequest, start: number, end: number, works: (hours: Hours) => boolean) {
  const { staff, resources = [], capacity = 1, partySize = 1 } = request
  const fits = (busy: Busy[]) => busy.every((one) => isGroup(one, start, end) || !overlaps(request, one, start, end))
  const seats = (busy: Busy[]) =>
    busy.filter((one) => isGroup(one, start, end)).reduce((sum, one) => sum + (one.seats ?? 0), 0)
  const needed = resources.filter(({ pool }) => pool === undefined)
  const pools = [...new Set(resources.map(({ pool }) => pool))].filter((pool) => pool !== undefined)
  const freeIn = (pool: string) => resources.filter((one) => one.pool === pool && fits(one.busy))
  if (!needed.every(({ busy }) => fits(busy)) || !pools.every((pool) => freeIn(pool).length > 0)) return undefined
  if (staff.length === 0) {
    const fullest = Math.max(
      0,
      ...needed.map(({ busy }) => seats(busy)),
      ...pools.map((pool) => Math.min(...freeIn(pool).map(({ busy }) => seats(busy)))),
    )
    return capacity - fullest >= partySize ? { staffIds: [], seatsLeft: capacity - fullest } : undefined
  }
  const able = staff.filter(
    ({ hours, busy }) => (!hours || works(hours)) && fits(busy) && capacity - seats(busy) >= partySize,
  )
  if (able.length === 0) return undefined
  return { staffIds: able.map(({ id }) => id), seatsLeft: Math.max(...able.map(({ busy }) => capacity - seats(busy))) }
}

function isGroup(busy: Busy, start: number, end: number): boolean {
  return busy.seats !== undefined && milliseconds(busy.start) === start && milliseconds(busy.end) === end
}

function overlaps(request: SlotRequest, busy: Busy, start: number, end: number): boolean {
  const from = milliseconds(busy.start) - (busy.bufferBeforeMinutes ?? 0) * MINUTE
  const to = milliseconds(busy.end) + (busy.bufferAfterMinutes ?? 0) * MINUTE
  const [ownFrom, ownTo] = [
    start - (request.bufferBeforeMinutes ?? 0) * MINUTE,
    end + (request.bufferAfterMinutes ?? 0) * MINUTE,
  ]
  return from < to && ownFrom < to && from < ownTo
}

export function openStateByMinute(hours: Hours, timeZone: string, now: string, days: number) {
  const date = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const all = shifts(hours, timeZone, date, date.add({ days }))
  const isOpenAt = (time: number) => all.some(({ start, end }) => start <= time && time < end)
  const isOpen = isOpenAt(milliseconds(now))
  const nextMinute = Math.floor(milliseconds(now) / MINUTE) * MINUTE + MINUTE
  for (let time = nextMinute; time < milliseconds(now) + days * DAY; time += MINUTE) {
    if (isOpenAt(time) !== isOpen) return { isOpen, nextChange: text(time) }
  }
  return { isOpen }
}

function isOpenFrom(all: Shift[], from: number, to: number): boolean {
  for (let time = from; time < to; time += MINUTE) {
    if (!all.some(({ start, end }) => start <= time && time < end)) return false
  }
  return true
}

const cache = new WeakMap<Hours, Map<string, Shift[]>>()

function shifts(hours: Hours, timeZone: string, first: Temporal.PlainDate, last: Temporal.PlainDate): Shift[] {
  const cached = cache.get(hours) ?? new Map<string, Shift[]>()
  cache.set(hours, cached)
  const key = `${timeZone} ${first.toString()} ${last.toString()}`
  const all = cached.get(key) ?? datesAround(first, last).flatMap((date) => shiftsOn(hours, timeZone, date))
  cached.set(key, all)
  return all
}

function datesAround(first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate[] {
  const days = first.until(last).days + 9
  return days < 0 ? [] : Array.from({ length: days }, (_, index) => first.add({ days: index - 4 }))
}

function shiftsOn(hours: Hours, timeZone: string, date: Temporal.PlainDate): Shift[] {
  const special = (hours.special ?? []).filter((entry) => entry.date === date.toString())
  if (special.some(({ closed }) => closed)) return []
  const entries = special.length > 0 ? special : hours.weekly.filter(({ day }) => day === date.dayOfWeek)
  return entries.flatMap(({ opens = '', closes = '' }) => {
    const endDate = closes === '24:00' || closes <= opens ? date.add({ days: 1 }) : date
    const start = at(date, opens, timeZone)
    const end = at(endDate, closes === '24:00' ? '00:00' : closes, timeZone)
    return start < end ? [{ start, end }] : []
  })
}

function at(date: Temporal.PlainDate, time: string, timeZone: string): number {
  return date.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds
}

function utcMidnight(date: Temporal.PlainDate): number {
  return date.toZonedDateTime('UTC').epochMilliseconds
}

function milliseconds(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

function text(time: number): string {
  return Temporal.Instant.fromEpochMilliseconds(time).toString()
}
