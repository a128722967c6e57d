import { openState, type Hours } from '@buy-locals/scheduling'
import { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import { startOfDay, toSecond } from '@buy-locals/values/time'
import type { BookableService, SlotWindow } from './bookable-service.ts'

export type BlockedTime = {
  start: string
  end: string
  reason: 'booked' | 'blocked' | 'closed' | 'notice' | 'horizon' | 'off-duty'
  staffId?: Id<'staff'>
}

/** Why there is no start where there is none. What a business has blocked looks booked to everybody else. */
export function explainBlockedTimes(
  bookable: BookableService,
  { from, to, now }: SlotWindow,
  isMember: boolean,
): BlockedTime[] {
  const { business, service, staff, busyTimes, horizonDays } = bookable
  const zone = business.timeZone
  const first = startOfDay(from, zone)
  const last = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString(), zone)
  const earliest = Temporal.Instant.from(now).add({ minutes: service.minNoticeMinutes })
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate()
  const beyond = startOfDay(today.add({ days: horizonDays + 1 }).toString(), zone)
  const staffIds = new Set<string>(staff.map(({ id }) => id))
  return [
    ...busyTimes.map(({ calendarId, from: start, to: end, isBlock }) => ({
      start,
      end,
      reason: isBlock && isMember ? ('blocked' as const) : ('booked' as const),
      ...(staffIds.has(calendarId) && { staffId: calendarId as Id<'staff'> }),
    })),
    ...findClosedTimes(business.hours, zone, first, last).map((time) => ({ ...time, reason: 'closed' as const })),
    ...staff.flatMap(({ id, hours }) =>
      hours
        ? findClosedTimes(hours, zone, first, last).map((time) => ({
            ...time,
            reason: 'off-duty' as const,
            staffId: id,
          }))
        : [],
    ),
    { start: toSecond(first), end: toSecond(earliest), reason: 'notice' as const },
    { start: toSecond(beyond), end: toSecond(last), reason: 'horizon' as const },
  ]
    .flatMap((time) => clip(time, toSecond(first), toSecond(last)))
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
}

function clip(time: BlockedTime, first: string, last: string): BlockedTime[] {
  const start = time.start < first ? first : time.start
  const end = time.end > last ? last : time.end
  return start < end ? [{ ...time, start, end }] : []
}

function findClosedTimes(
  hours: Hours | undefined,
  zone: string,
  first: Temporal.Instant,
  last: Temporal.Instant,
): { start: string; end: string }[] {
  const end = toSecond(last)
  if (!hours) return [{ start: toSecond(first), end }]
  const closed = []
  for (let at = toSecond(first); at < end;) {
    const { isOpen, nextChange = end } = openState(hours, zone, at)
    if (!isOpen) closed.push({ start: at, end: nextChange })
    at = nextChange
  }
  return closed
}
