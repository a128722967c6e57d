import { findOpenTimes, type Hours, type ParsedParts } from '@buy-locals/scheduling'
import { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import { startOfDay, toSecond } from '@buy-locals/values/time'
import type { BookableService, SlotWindow } from './bookable-service.ts'
import type { ServiceStaff } from './catalogue.ts'

export type BlockedTime = {
  start: string
  end: string
  reason: 'booked' | 'blocked' | 'closed' | 'notice' | 'horizon' | 'off-duty'
  staffId?: Id<'staff'>
}

/** Why nobody can start where there is no start. What a business has blocked looks booked to everybody else. */
export function explainBlockedTimes(
  { business, service, staff, busyTimes, horizonDays, parsed }: BookableService,
  window: SlotWindow,
  isMember: boolean,
): BlockedTime[] {
  const zone = business.timeZone
  const days = toRange(window, zone)
  const now = Temporal.Instant.from(window.now)
  const earliest = now.add({ minutes: service.minNoticeMinutes })
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const beyond = startOfDay(today.add({ days: horizonDays + 1 }).toString(), zone)
  const staffIds = new Set<string>(staff.map(({ id }) => id))
  const blocked: BlockedTime[] = [
    ...busyTimes.map(({ calendarId, from: start, to: end, isBlock }) => ({
      start,
      end,
      reason: isBlock && isMember ? ('blocked' as const) : ('booked' as const),
      ...(staffIds.has(calendarId) && { staffId: calendarId as Id<'staff'> }),
    })),
    ...findClosedTimes(business.hours, zone, days, parsed).map((time) => ({ ...time, reason: 'closed' as const })),
    { start: days.start, end: toSecond(earliest), reason: 'notice' },
    { start: toSecond(beyond), end: days.end, reason: 'horizon' },
  ]
  return blocked.flatMap((time) => clip(time, days))
}

/** When some of the staff do not work although the business may be open. */
export function explainOffDuty(
  { business, parsed }: BookableService,
  window: SlotWindow,
  staff: readonly ServiceStaff[],
): BlockedTime[] {
  const days = toRange(window, business.timeZone)
  const blocked: BlockedTime[] = []
  for (const { id, hours } of staff)
    for (const { start, end } of hours ? findClosedTimes(hours, business.timeZone, days, parsed) : [])
      blocked.push({ start, end, reason: 'off-duty', staffId: id })
  return blocked
}

const toRange = ({ from, to }: SlotWindow, zone: string): Range => ({
  start: toSecond(startOfDay(from, zone)),
  end: toSecond(startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString(), zone)),
})

/** Instants in UTC, so that their order is that of their texts. */
type Range = { start: string; end: string }

function clip(time: BlockedTime, { start: first, end: last }: Range): BlockedTime[] {
  if (time.start >= first && time.end <= last) return time.start < time.end ? [time] : []
  const start = time.start < first ? first : time.start
  const end = time.end > last ? last : time.end
  return start < end ? [{ ...time, start, end }] : []
}

/** What lies between the open times. */
function findClosedTimes(
  hours: Hours | undefined,
  zone: string,
  { start: from, end: to }: Range,
  parsed: ParsedParts | undefined,
): Range[] {
  const open = hours ? findOpenTimes(hours, zone, from, to, parsed) : []
  const ends = [from, ...open.map(({ end }) => end)]
  const starts = [...open.map(({ start }) => start), to]
  return ends.map((start, index) => ({ start, end: starts[index] ?? to })).filter(({ start, end }) => start < end)
}
