import { openState, type Hours } from '@buy-locals/scheduling'
import { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import { startOfDay, toSecond } from '@buy-locals/values/time'
import type { Offer, Window } from './offer.ts'

export type Blocked = {
  start: string
  end: string
  reason: 'booked' | 'blocked' | 'closed' | 'notice' | 'horizon' | 'off-duty'
  staffId?: Id<'staff'>
}

/** Why there is no start where there is none. What exactly somebody has blocked is for the business alone to see. */
export function blockedIn(offer: Offer, { from, to, now }: Window, isMember: boolean): Blocked[] {
  const { business, service, staff, taken, horizonDays } = offer
  const zone = business.timeZone
  const first = startOfDay(from, zone)
  const last = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString(), zone)
  const within = clipTo(toSecond(first), toSecond(last))
  const earliest = Temporal.Instant.from(now).add({ minutes: service.minNoticeMinutes })
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate()
  const beyond = startOfDay(today.add({ days: horizonDays + 1 }).toString(), zone)
  const people = new Set<string>(staff.map(({ id }) => id))
  return [
    ...taken.map(({ holderId, from: start, to: end, isBlock }) => ({
      start,
      end,
      reason: isBlock && isMember ? ('blocked' as const) : ('booked' as const),
      ...(people.has(holderId) && { staffId: holderId as Id<'staff'> }),
    })),
    ...closed(business.hours, zone, first, last).map((range) => ({ ...range, reason: 'closed' as const })),
    ...staff.flatMap(({ id, hours }) =>
      hours
        ? closed(hours, zone, first, last).map((range) => ({ ...range, reason: 'off-duty' as const, staffId: id }))
        : [],
    ),
    { start: toSecond(first), end: toSecond(earliest), reason: 'notice' as const },
    { start: toSecond(beyond), end: toSecond(last), reason: 'horizon' as const },
  ]
    .flatMap(within)
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
}

const clipTo =
  (first: string, last: string) =>
  (range: Blocked): Blocked[] => {
    const start = range.start < first ? first : range.start
    const end = range.end > last ? last : range.end
    return start < end ? [{ ...range, start, end }] : []
  }

function closed(
  hours: Hours | undefined,
  zone: string,
  first: Temporal.Instant,
  last: Temporal.Instant,
): { start: string; end: string }[] {
  const end = toSecond(last)
  if (!hours) return [{ start: toSecond(first), end }]
  const ranges = []
  for (let at = toSecond(first); at < end;) {
    const { isOpen, nextChange = end } = openState(hours, zone, at)
    if (!isOpen) ranges.push({ start: at, end: nextChange })
    at = nextChange
  }
  return ranges
}
