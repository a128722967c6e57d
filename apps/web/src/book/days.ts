import { translatorForFeatures, type I18n } from '@buy-locals/features/i18n'
import type { Hours } from '@buy-locals/contracts/business/shapes'
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
  last: string
  days: number
  timeZone: string
}

/** One day after the other, with how much is free on each. */
export function daysOf(i18n: I18n, { slots, hours, from, last, days, timeZone }: Strip): Day[] {
  const t = translatorForSite(i18n)
  const free = Map.groupBy(slots, ({ start }) => toLocalDate(start, timeZone))
  return Array.from({ length: days }, (_, at) => addDays(from, at))
    .filter((date) => date <= last)
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
export function monthsOf(i18n: I18n, from: string, days: number): string {
  const named = (date: string, year?: 'numeric') =>
    new Intl.DateTimeFormat(i18n.locale, { month: 'long', year, timeZone: 'UTC' }).format(Date.parse(toUtcNoon(date)))
  const to = addDays(from, days - 1)
  const last = named(to, 'numeric')
  return from.slice(0, 7) === to.slice(0, 7)
    ? last
    : translatorForFeatures(i18n)('time.range', { from: named(from), to: last })
}

const partOf = (hour: number) => (hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening')
const parts = ['morning', 'afternoon', 'evening'] as const

/** The times of one day as they lie in it. A time that exists twice when the clocks go back stands twice, in order. */
export function timesOf(
  i18n: I18n,
  slots: readonly Slot[],
  date: string,
  timeZone: string,
  isGroup: boolean,
): SlotGroup[] {
  const t = translatorForSite(i18n)
  const day = formatDay(i18n, toUtcNoon(date), 'UTC', 'long')
  const ofDay = slots.filter(({ start }) => toLocalDate(start, timeZone) === date)
  return parts
    .map((part) => ({
      label: t(`book.${part}`),
      slots: ofDay
        .filter(({ start }) => partOf(Number(formatTime(i18n, start, timeZone).slice(0, 2))) === part)
        .map(({ start, seatsLeft }) => {
          const time = formatTime(i18n, start, timeZone)
          const note = isGroup ? t('book.seats', { count: seatsLeft }) : undefined
          const label = [t('book.slotLabel', { day, time }), note].filter(Boolean).join(', ')
          return { id: start, time, label, ...(note && { note }) }
        }),
    }))
    .filter((group) => group.slots.length > 0)
}
