import type { Day } from '@buy-locals/ui/date-strip'
import type { SlotGroup } from '@buy-locals/ui/slot-picker'
import {
  formatDateTime,
  formatDay,
  formatDayOfMonth,
  formatMonths,
  formatWeekday,
} from '@buy-locals/values/format-time'
import { translatorForFeatures, type I18n } from '../i18n'
import { addDays, toLocalDate, toUtcNoon, toWeekday } from '../time/dates'
import type { EmptyDay } from './empty-days'
import { groupSlots } from './slot-groups'

type Slot = { start: string; seatsLeft: number }
type Strip = {
  slots: readonly Slot[]
  /** Why there is nothing on the others. */
  empty: Readonly<Record<string, EmptyDay>>
  from: string
  lastDay: string
  days: number
  timeZone: string
}

/** One day after the other, with how much is free on each. */
export function describeDays(i18n: I18n, { slots, empty, from, lastDay, days, timeZone }: Strip): Day[] {
  const t = translatorForFeatures(i18n)
  const free = slots.map(({ start }) => toLocalDate(start, timeZone))
  return Array.from({ length: days }, (_, at) => addDays(from, at))
    .filter((date) => date <= lastDay)
    .map((date) => {
      const count = free.filter((one) => one === date).length
      const long = formatDay(i18n, toUtcNoon(date), 'UTC', 'long')
      const none = empty[date] ?? 'full'
      return {
        id: date,
        weekday: formatWeekday(i18n, toWeekday(date), 'short'),
        day: formatDayOfMonth(i18n, toUtcNoon(date), 'UTC'),
        note: count ? t('book.free', { count }) : t(`book.${none}`),
        label: count ? t('book.dayLabel', { day: long, count }) : t(`book.without.${none}`, { day: long }),
        full: count === 0,
      }
    })
}

/** "November 2026", or both months where the strip reaches into the next. */
export const describeMonths = (i18n: I18n, from: string, days: number): string =>
  formatMonths(i18n, toUtcNoon(from), toUtcNoon(addDays(from, days - 1)), 'UTC')

/** The free times of one day; for a group, with the seats that are left. */
export function groupTimes(
  i18n: I18n,
  slots: readonly Slot[],
  date: string,
  timeZone: string,
  isGroup: boolean,
): SlotGroup[] {
  const t = translatorForFeatures(i18n)
  const ofDay = slots.filter(({ start }) => toLocalDate(start, timeZone) === date)
  return groupSlots(i18n, ofDay, timeZone, ({ start, seatsLeft }) => ({
    when: formatDateTime(i18n, start, timeZone, 'long'),
    note: isGroup ? t('book.seats', { count: seatsLeft }) : undefined,
  }))
}
