import type { Hours } from '@buy-locals/contracts/business/shapes'
import { formatDay, formatHourRange } from '@buy-locals/values/format-time'
import { translatorForFeatures, type I18n } from '../i18n'
import { addDays, toLocalDate, toUtcNoon, toWeekday } from '../time/dates'

export type DayLine = {
  date: string
  label: string
  hours: string
  note?: string
  isToday: boolean
  isSpecial: boolean
}

type Shift = { opens?: string | undefined; closes?: string | undefined }

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
export function shiftsOn({ weekly, special }: Hours, date: string): readonly Shift[] {
  const ofDate = special.filter((day) => day.date === date)
  return ofDate.length ? ofDate.filter(({ closed }) => !closed) : weekly.filter(({ day }) => day === toWeekday(date))
}

/** "9 AM – 5 PM". One that closes before it opens ends on the next day. */
export function formatShift(i18n: I18n, { opens = '', closes = '' }: Shift): string {
  if (!opens || !closes) return ''
  if (opens === '00:00' && (closes === '24:00' || closes === '00:00'))
    return translatorForFeatures(i18n)('place.openAllDay')
  const [day, dayAfter] = ['2024-01-01', '2024-01-02']
  return formatHourRange(i18n, `${day}T${opens}Z`, `${closes > opens ? day : dayAfter}T${closes}Z`, 'UTC')
}

function describeDay(i18n: I18n, hours: Hours, date: string, today: string): DayLine {
  const t = translatorForFeatures(i18n)
  const special = hours.special.filter((day) => day.date === date)
  const ranges = shiftsOn(hours, date)
    .toSorted((a, b) => (a.opens ?? '').localeCompare(b.opens ?? ''))
    .map((shift) => formatShift(i18n, shift))
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
