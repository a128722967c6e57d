import { translatorForFeatures, type I18n } from '@buy-locals/features/i18n'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import { groupSlots } from '@buy-locals/features/booking/slot-groups'
import { shiftsOn } from '@buy-locals/features/place/week'
import { addDays, toLocalDate, toUtcNoon } from '@buy-locals/features/time/dates'
import { formatDay, formatTime } from '@buy-locals/features/time/format-time'
import type { Day } from '@buy-locals/ui/date-strip'
import type { SlotGroup } from '@buy-locals/ui/slot-picker'
import { translatorForSite } from '../messages/site-i18n'

type Slot = { start: string; seatsLeft: number }
type Strip = {
  slots: readonly Slot[]
  hours: Hours | undefined
  from: string
  lastDay: string
  days: number
  timeZone: string
}

/** One day after the other, with how much is free on each. */
export function describeDays(i18n: I18n, { slots, hours, from, lastDay, days, timeZone }: Strip): Day[] {
  const t = translatorForSite(i18n)
  const free = Map.groupBy(slots, ({ start }) => toLocalDate(start, timeZone))
  return Array.from({ length: days }, (_, at) => addDays(from, at))
    .filter((date) => date <= lastDay)
    .map((date) => {
      const count = free.get(date)?.length ?? 0
      const long = formatDay(i18n, toUtcNoon(date), 'UTC', 'long')
      const none = hours && shiftsOn(hours, date).length === 0 ? 'closed' : 'full'
      const [weekday = ''] = formatDay(i18n, toUtcNoon(date), 'UTC').split(' ')
      return {
        id: date,
        weekday,
        day: String(Number(date.slice(8))),
        note: count ? t('book.free', { count }) : t(`book.${none}`),
        label: count ? t('book.dayLabel', { day: long, count }) : t(`book.without.${none}`, { day: long }),
        full: count === 0,
      }
    })
}

/** "November 2026", or both months where the strip reaches into the next. */
export function describeMonths(i18n: I18n, from: string, days: number): string {
  const named = (date: string, year?: 'numeric') =>
    new Intl.DateTimeFormat(i18n.locale, { month: 'long', year, timeZone: 'UTC' }).format(Date.parse(toUtcNoon(date)))
  const to = addDays(from, days - 1)
  const last = named(to, 'numeric')
  return from.slice(0, 7) === to.slice(0, 7)
    ? last
    : translatorForFeatures(i18n)('time.range', { from: named(from), to: last })
}

/** The free times of one day; for a group, with the seats that are left. */
export function groupTimes(
  i18n: I18n,
  slots: readonly Slot[],
  date: string,
  timeZone: string,
  isGroup: boolean,
): SlotGroup[] {
  const t = translatorForSite(i18n)
  const day = formatDay(i18n, toUtcNoon(date), 'UTC', 'long')
  const ofDay = slots.filter(({ start }) => toLocalDate(start, timeZone) === date)
  return groupSlots(i18n, ofDay, timeZone, ({ start, seatsLeft }) => ({
    when: t('book.slotLabel', { day, time: formatTime(i18n, start, timeZone) }),
    note: isGroup ? t('book.seats', { count: seatsLeft }) : undefined,
  }))
}
