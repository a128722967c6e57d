import type { Hours } from '@buy-locals/contracts/business/shapes'
import { translatorForFeatures, type I18n } from '../i18n'
import { addDays, toLocalDate, toUtcNoon, toWeekday } from '../time/dates'
import { formatDay } from '../time/format-time'

export type DayLine = {
  date: string
  label: string
  hours: string
  note?: string
  isToday: boolean
  isSpecial: boolean
}

/** The seven days from today; special hours of a date replace those of the week. */
export function describeWeekAhead(i18n: I18n, hours: Hours, timeZone: string, now: string): DayLine[] {
  const today = toLocalDate(now, timeZone)
  return Array.from({ length: 7 }, (_, at) => describeDay(i18n, hours, addDays(today, at), today))
}

/** Special days after the week that is shown anyway. */
export function describeSpecialDays(i18n: I18n, hours: Hours, timeZone: string, now: string): DayLine[] {
  const today = toLocalDate(now, timeZone)
  const [from, to] = [addDays(today, 7), addDays(today, 60)]
  const dates = new Set(hours.special.map(({ date }) => date).filter((date) => date >= from && date <= to))
  return [...dates].toSorted().map((date) => describeDay(i18n, hours, date, today))
}

/** The shifts that begin on a date; special ones replace those of the week. */
export function shiftsOn(
  { weekly, special }: Hours,
  date: string,
): readonly { opens?: string | undefined; closes?: string | undefined }[] {
  const ofDate = special.filter((day) => day.date === date)
  return ofDate.length ? ofDate.filter(({ closed }) => !closed) : weekly.filter(({ day }) => day === toWeekday(date))
}

function describeDay(i18n: I18n, hours: Hours, date: string, today: string): DayLine {
  const t = translatorForFeatures(i18n)
  const special = hours.special.filter((day) => day.date === date)
  const ranges = shiftsOn(hours, date)
    .toSorted((a, b) => (a.opens ?? '').localeCompare(b.opens ?? ''))
    .map(({ opens = '', closes = '' }) => t('time.range', { from: opens, to: closes }))
  const note = special.find((day) => day.note)?.note
  return {
    date,
    label: date === today ? t('time.today') : formatDay(i18n, toUtcNoon(date), 'UTC', 'short'),
    hours: ranges.join(', ') || t('place.closedDay'),
    ...(note !== undefined && { note }),
    isToday: date === today,
    isSpecial: special.length > 0,
  }
}
