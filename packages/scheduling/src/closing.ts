import { DAY, findWeekday, formatDate, padToTwo } from './dates.ts'
import { parseHours, parseWallTime, type Hours, type Timetable, type WallShift } from './hours.ts'
import { parseInstant } from './instant.ts'
import { openState } from './open-state.ts'
import { findZone } from './zone.ts'

type SpecialDay = NonNullable<Hours['special']>[number] & { note?: string | undefined }
type HoursWithNotes = { weekly: Hours['weekly']; special: SpecialDay[] }

/**
 * The hours of a business that closes now, or does not open any more, for the rest of the day or until a time HH:MM. A
 * night that began yesterday is the day it began on. A time after its end changes nothing of the next. Undefined where it is
 * closed then anyway. Special days that are over are left out: there can be so many only.
 */
export function closeHours(
  hours: HoursWithNotes,
  timeZone: string,
  now: string,
  until?: string,
): HoursWithNotes | undefined {
  const timetable = parseHours(hours, 'hours')
  const from = findWallMinute(timeZone, now)
  const today = Math.floor(from / DAY)
  const days = [today - 1, today, today + 1].map((day) => ({ day, shifts: listShifts(timetable, day) }))
  const shifts = days.flatMap((of) => of.shifts)
  const end = findEndOfDay(shifts, from)
  const to = until === undefined ? end : Math.min(findNext(until, from), end)
  const left = shifts
    .flatMap(({ opens, closes }) => [
      { opens, closes: Math.min(closes, from) },
      { opens: Math.max(opens, to), closes },
    ])
    .filter(({ opens, closes }) => closes > opens)
  const changed = days
    .map(({ day, shifts: before }) => ({ day, before, after: left.filter(({ opens }) => isOn(day, opens)) }))
    .filter(({ before, after }) => !isSame(before, after))
  if (changed.length === 0) return undefined
  const current = { ...hours, special: hours.special.filter(({ date }) => date >= formatDate(today - 1)) }
  return changed.reduce((sum, { day, after }) => replaceDay(sum, day, after), current)
}

/** The hours without what is special about today, or about the night that began yesterday. Undefined where it would not open sooner by that. */
export function resumeWeeklyHours(hours: HoursWithNotes, timeZone: string, now: string): HoursWithNotes | undefined {
  const today = Math.floor(findWallMinute(timeZone, now) / DAY)
  const current = openState(hours, timeZone, now)
  return [[today - 1], [today], [today - 1, today]]
    .map((days) => ({ ...hours, special: hours.special.filter(({ date }) => !days.map(formatDate).includes(date)) }))
    .find((weekly) => opensSooner(openState(weekly, timeZone, now), current))
}

type State = ReturnType<typeof openState>

const opensSooner = (state: State, than: State) =>
  !than.isOpen && (state.isOpen || (state.nextChange ?? '9') < (than.nextChange ?? '9'))

/** Wall seconds since 1970 of the minute that has begun. */
function findWallMinute(timeZone: string, now: string): number {
  const wall = findZone(timeZone).toWall(Math.floor(parseInstant(now, () => 'now')))
  return Math.floor(wall / 60) * 60
}

/** What starts on a day, in wall seconds since 1970. */
const listShifts = ({ weekly, special }: Timetable, day: number): WallShift[] =>
  (special.get(day) ?? weekly[findWeekday(day)] ?? [])
    .map(({ opens, closes }) => ({ opens: day * DAY + opens, closes: day * DAY + closes }))
    .sort((a, b) => a.opens - b.opens)

const isOn = (day: number, wall: number) => Math.floor(wall / DAY) === day

const isSame = (some: WallShift[], others: WallShift[]) =>
  some.length === others.length &&
  some.every(({ opens, closes }, at) => opens === others[at]?.opens && closes === others[at].closes)

function findEndOfDay(shifts: WallShift[], from: number): number {
  const today = Math.floor(from / DAY)
  const running = shifts.filter(({ opens, closes }) => opens <= from && closes > from)
  const day = Math.max(...running.map(({ opens }) => Math.floor(opens / DAY)))
  const ends = shifts.filter(({ opens }) => isOn(running.length > 0 ? day : today, opens)).map(({ closes }) => closes)
  return Math.max(from, ...ends)
}

function findNext(time: string, from: number): number {
  const at = Math.floor(from / DAY) * DAY + parseWallTime(time, 'until')
  return at > from ? at : at + DAY
}

function replaceDay({ weekly, special }: HoursWithNotes, day: number, shifts: WallShift[]): HoursWithNotes {
  const date = formatDate(day)
  const note = special.find((entry) => entry.date === date && entry.note)?.note
  const about = { date, ...(note !== undefined && { note }) }
  const entries = shifts.map(({ opens, closes }) => ({
    ...about,
    opens: formatTime(opens - day * DAY),
    closes: formatTime(closes - day * DAY),
  }))
  const others = special.filter((entry) => entry.date !== date)
  return { weekly, special: [...others, ...(entries.length > 0 ? entries : [{ ...about, closed: true }])] }
}

function formatTime(second: number): string {
  if (second === DAY) return '24:00'
  const minutes = (second % DAY) / 60
  return `${padToTwo(Math.floor(minutes / 60))}:${padToTwo(minutes % 60)}`
}
