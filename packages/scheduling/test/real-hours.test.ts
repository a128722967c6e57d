import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { hoursFromOsm, type Hours } from '../src/scheduling.ts'

type Case = {
  expressions: string[]
  from: string
  to: string
  intervals: { from: string; to: string; unknown: boolean }[]
  features: string[]
  reference_pass: (boolean | null)[]
}

const folder = fileURLToPath(new URL('../../../../shared/data/opening-hours/', import.meta.url))
const read = <T>(file: string): T => JSON.parse(readFileSync(folder + file, 'utf8')) as T

describe.skipIf(!existsSync(folder))('real opening hours', () => {
  test('the week that real texts describe is the week that is read', () => {
    const { expressions } = read<{ expressions: { expression: string; week?: [string, string][] }[] }>(
      'real-expressions.odbl.json',
    )
    const known = expressions.flatMap(({ expression, week }) => {
      const hours = hoursFromOsm(expression, 2026)
      return hours && week ? [{ expression, hours, week }] : []
    })
    expect(known.length).toBeGreaterThan(980)
    for (const { expression, hours, week } of known) {
      const open = openIn(hours, '2026-06-08T00:00', '2026-06-15T00:00')
      expect([expression, ...open]).toEqual([expression, ...joined(week)])
    }
  })

  test('the strict cases are read as they are meant', () => {
    const cases = read<{ cases: Case[] }>('cases.json').cases.filter(({ features }) => !features.some(isHoliday))
    const known = cases.flatMap((one) => {
      const year = Number(one.from.slice(0, 4))
      const strict = one.expressions.filter((_, index) => one.reference_pass[index] && one.to.startsWith(String(year)))
      return strict.flatMap((text) => {
        const hours = hoursFromOsm(text, year)
        return hours ? [{ ...one, text, hours }] : []
      })
    })
    expect(known.length).toBeGreaterThan(120)
    for (const { text, hours, from, to, intervals } of known) {
      expect([text, intervals.some(({ unknown }) => unknown)]).toEqual([text, false])
      const meant = joined(intervals.map((interval) => [interval.from, interval.to]))
      expect([text, ...openIn(hours, from, to)]).toEqual([text, ...meant])
    }
  })

  test('malformed texts are never an error', () => {
    const { values } = read<{ values: string[] }>('malformed.odbl.json')
    expect(values.length).toBe(3514)
    for (const value of values) hoursFromOsm(value, 2026)
  }, 120_000)
})

function isHoliday(feature: string): boolean {
  return feature === 'public_holidays' || feature === 'school_holidays'
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
