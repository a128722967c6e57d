import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { hoursFromOsm, type Hours } from '../src/scheduling.ts'

type Case = { expressions: string[]; from: string; to: string; open: [string, string][]; unknown?: boolean }

/** Where the values come from and how they were drawn is in `real-hours/LICENCE`. */
function linesOf(file: string): string[] {
  return readFileSync(new URL(`real-hours/${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
}

describe('real opening hours', () => {
  test('the week that real texts describe is the week that is read', () => {
    const understood = linesOf('weeks.odbl.tsv').flatMap((line) => {
      const [expression = '', ...week] = line.split('\t')
      const hours = hoursFromOsm(expression, 2026)
      return hours ? [{ expression, hours, week: week.map(inJune) }] : []
    })
    expect(understood.length).toBeGreaterThan(980)
    for (const { expression, hours, week } of understood) {
      const open = openIn(hours, '2026-06-08T00:00', '2026-06-15T00:00')
      expect([expression, ...open]).toEqual([expression, ...joined(week)])
    }
  })

  test('the strict cases are read as they are meant', () => {
    const cases = linesOf('strict-cases.jsonl').map((line) => JSON.parse(line) as Case)
    const understood = cases.flatMap((one) =>
      one.expressions.flatMap((text) => {
        const hours = hoursFromOsm(text, Number(one.from.slice(0, 4)))
        return hours ? [{ ...one, text, hours }] : []
      }),
    )
    expect(understood.length).toBeGreaterThan(120)
    for (const { text, hours, from, to, open, unknown = false } of understood) {
      expect([text, unknown]).toEqual([text, false])
      expect([text, ...openIn(hours, from, to)]).toEqual([text, ...joined(open)])
    }
  })

  test('malformed texts are never an error', () => {
    const values = linesOf('malformed.odbl.txt').map((line) => JSON.parse(line) as string)
    expect(values.length).toBe(3514)
    for (const value of values) hoursFromOsm(value, 2026)
  }, 120_000)
})

/** `08T11:00/08T22:00` is from eleven to ten on the eighth of June. */
function inJune(stretch: string): [string, string] {
  const [opens, closes] = stretch.split('/')
  return [`2026-06-${opens}`, `2026-06-${closes}`]
}

function openIn(hours: Hours, from: string, to: string): string[] {
  const [start, end] = [Temporal.PlainDateTime.from(from), Temporal.PlainDateTime.from(to)]
  const days = start.until(end, { largestUnit: 'days' }).days + 4
  const shifts = Array.from({ length: days }, (_, index) => start.toPlainDate().add({ days: index - 2 })).flatMap(
    (date) => shiftsOn(hours, date),
  )
  const inWindow = shifts.map(([opens, closes]): [string, string] => [
    opens < from ? from : opens,
    closes > to ? to : closes,
  ])
  return joined(inWindow.filter(([opens, closes]) => opens < closes).sort(([one], [other]) => (one < other ? -1 : 1)))
}

function shiftsOn(hours: Hours, date: Temporal.PlainDate): [string, string][] {
  const special = (hours.special ?? []).filter((entry) => entry.date === date.toString())
  if (special.some(({ closed }) => closed)) return []
  const shifts = special.length > 0 ? special : hours.weekly.filter(({ day }) => day === date.dayOfWeek)
  return shifts.map(({ opens = '', closes = '' }) => {
    const endDate = closes === '24:00' || closes <= opens ? date.add({ days: 1 }) : date
    return [`${date.toString()}T${opens}`, `${endDate.toString()}T${closes === '24:00' ? '00:00' : closes}`]
  })
}

// Stretches that touch are one: the texts' own boundaries of comments are none of opening.
function joined(stretches: [string, string][]): string[] {
  const whole: [string, string][] = []
  for (const [from, to] of stretches) {
    const last = whole.at(-1)
    if (last && from <= last[1]) last[1] = to > last[1] ? to : last[1]
    else whole.push([from, to])
  }
  return whole.map(([from, to]) => `${from}/${to}`)
}
