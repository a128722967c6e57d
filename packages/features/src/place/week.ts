import { says, type Speech } from '../speech/speech'
import { dateOf, dayOf, noonOf } from '../time/when'
import { addDays, weekdayOf } from '../time/dates'

type Shift = { day: number; opens: string; closes: string }
type Special = {
  date: string
  closed?: boolean | undefined
  opens?: string | undefined
  closes?: string | undefined
  note?: string | undefined
}
export type WeekHours = { weekly: readonly Shift[]; special: readonly Special[] }

export type DayLine = {
  date: string
  label: string
  hours: string
  note?: string
  isToday: boolean
  isSpecial: boolean
}

/** The seven days from today, as they really are: what is special on a date replaces the week's hours. */
export function daysAhead(speech: Speech, hours: WeekHours, timeZone: string, now: string): DayLine[] {
  const today = dateOf(now, timeZone)
  return Array.from({ length: 7 }, (_, at) => dayLine(speech, hours, addDays(today, at), today))
}

/** Special days further ahead than the week that is shown anyway. */
export function specialAhead(speech: Speech, hours: WeekHours, timeZone: string, now: string): DayLine[] {
  const today = dateOf(now, timeZone)
  const [from, to] = [addDays(today, 7), addDays(today, 60)]
  const dates = new Set(hours.special.map(({ date }) => date).filter((date) => date >= from && date <= to))
  return [...dates].toSorted().map((date) => dayLine(speech, hours, date, today))
}

/** The shifts that begin on a date: special ones replace the week's. */
export function shiftsOn(
  { weekly, special }: WeekHours,
  date: string,
): readonly { opens?: string | undefined; closes?: string | undefined }[] {
  const ofDate = special.filter((day) => day.date === date)
  return ofDate.length ? ofDate.filter(({ closed }) => !closed) : weekly.filter(({ day }) => day === weekdayOf(date))
}

function dayLine(speech: Speech, hours: WeekHours, date: string, today: string): DayLine {
  const say = says(speech)
  const special = hours.special.filter((day) => day.date === date)
  const ranges = shiftsOn(hours, date)
    .toSorted((a, b) => (a.opens ?? '').localeCompare(b.opens ?? ''))
    .map(({ opens = '', closes = '' }) => say('time.range', { from: opens, to: closes }))
  const note = special.find((day) => day.note)?.note
  return {
    date,
    label: date === today ? say('time.today') : dayOf(speech, noonOf(date), 'UTC', 'short'),
    hours: ranges.join(', ') || say('place.closedDay'),
    ...(note !== undefined && { note }),
    isToday: date === today,
    isSpecial: special.length > 0,
  }
}
