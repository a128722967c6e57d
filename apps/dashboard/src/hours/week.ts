import type { Hours, Shift as ShiftOfWeek } from '@buy-locals/contracts/business/shapes'

export type Shift = Omit<ShiftOfWeek, 'day'>
/** Seven lists of shifts, Monday first. */
export type Week = readonly (readonly Shift[])[]

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** As the editor shows it: the end of a day is written 00:00, as time fields know it. */
export const toWeek = (weekly: Hours['weekly']): Week =>
  weekdays.map((day) =>
    weekly
      .filter((shift) => shift.day === day)
      .map(({ opens, closes }) => ({ opens, closes: closes === '24:00' ? '00:00' : closes }))
      .toSorted((a, b) => a.opens.localeCompare(b.opens)),
  )

/** As the contract takes it; what ends at midnight ends with the day. */
export const toWeekly = (week: Week): Hours['weekly'] =>
  weekdays.flatMap((day) =>
    (week[day - 1] ?? []).map(({ opens, closes }) => ({ day, opens, closes: closes === '00:00' ? '24:00' : closes })),
  )

const onDay = (week: Week, day: number, change: (shifts: readonly Shift[]) => readonly Shift[]): Week =>
  week.map((shifts, at) => (at === day - 1 ? change(shifts) : shifts))

const usual: Shift = { opens: '09:00', closes: '17:00' }

/** After the last shift of the day, an hour later; the usual hours on a day that has none. */
export const addShift = (week: Week, day: number): Week =>
  onDay(week, day, (shifts) => {
    const last = shifts.at(-1)
    return [...shifts, last ? { opens: hoursLater(last.closes, 1), closes: hoursLater(last.closes, 4) } : usual]
  })

export const removeShift = (week: Week, day: number, index: number): Week =>
  onDay(week, day, (shifts) => shifts.filter((_, at) => at !== index))

export const changeShift = (week: Week, day: number, index: number, part: Partial<Shift>): Week =>
  onDay(week, day, (shifts) => shifts.map((shift, at) => (at === index ? { ...shift, ...part } : shift)))

/** The days of `to` have the shifts of `day` from now on. */
export const copyDay = (week: Week, day: number, to: readonly number[]): Week =>
  week.map((shifts, at) => (to.includes(at + 1) ? (week[day - 1] ?? []) : shifts))

export const isOvernight = ({ opens, closes }: Shift) => closes !== '' && closes <= opens && closes !== '00:00'

/** Which shift of which day, and in which of its fields it can be mended. */
export type HoursError = { kind: 'overlap' | 'missing'; day: number; at: number; field: keyof Shift }

/** What does not fit, in the order of the week. A shift past midnight can run into the next day's. */
export function findHoursErrors(week: Week): HoursError[] {
  const shifts = week.flatMap((ofDay, index) => ofDay.map((shift, at) => ({ day: index + 1, at, shift })))
  const missing = shifts.flatMap(({ day, at, shift: { opens, closes } }): HoursError[] =>
    opens && closes ? [] : [{ kind: 'missing', day, at, field: opens ? 'closes' : 'opens' }],
  )
  if (missing.length) return missing
  const spans = shifts.map(({ day, at, shift }) => ({ day, at, ...minutesOf(shift, day - 1) }))
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  return sorted.flatMap((span, order): HoursError[] => {
    const next = sorted[order + 1] ?? wrapped(sorted[0])
    if (!next || next === span || next.start >= span.end) return []
    return [{ kind: 'overlap', day: next.day, at: next.at, field: 'opens' }]
  })
}

const day = 24 * 60
const wrapped = <Span extends { start: number; end: number }>(span: Span | undefined) =>
  span && { ...span, start: span.start + 7 * day, end: span.end + 7 * day }

function minutesOf({ opens, closes }: Shift, at: number) {
  const [start, end] = [minuteOf(opens), minuteOf(closes)]
  return { start: at * day + start, end: at * day + (end <= start ? end + day : end) }
}

/** Open minutes in a week. */
export const countMinutes = (week: Week): number =>
  week.flat().reduce((sum, shift) => sum + minutesOf(shift, 0).end - minutesOf(shift, 0).start, 0)

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

function hoursLater(time: string, hours: number): string {
  const minute = (minuteOf(time) + hours * 60) % day
  const two = (count: number) => String(count).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
