import { expect, test } from 'vitest'
import { closeHours, resumeWeeklyHours } from '../src/closing.ts'
import type { Hours } from '../src/hours.ts'
import { openState } from '../src/scheduling.ts'
import { daily } from './shop.ts'

const boise = 'America/Boise'
const [tuesday, wednesday] = ['2026-11-24', '2026-11-25']
/** On Tuesday, November 24, seven hours behind UTC. */
const at = (time: string, date = tuesday) => new Date(`${date}T${time}:00-07:00`).toISOString().replace('.000', '')

type Special = NonNullable<Hours['special']>[number] & { note?: string }
const withSpecial = (hours: Hours, ...special: Special[]) => ({ weekly: hours.weekly, special })
const shop = withSpecial(daily(['09:00', '17:00']))
const specialOf = (hours = shop, now = at('14:12'), until?: string) => closeHours(hours, boise, now, until)?.special

test('a shop that closes now is closed for the rest of the day, and opens tomorrow as always', () => {
  const closed = closeHours(shop, boise, at('14:12'))
  expect(closed).toEqual({ ...shop, special: [{ date: tuesday, opens: '09:00', closes: '14:12' }] })
  const tomorrow = '2026-11-25T16:00:00Z'
  expect(openState(closed ?? shop, boise, at('14:12'))).toEqual({ isOpen: false, nextChange: tomorrow })
})

test('a shop can close until a time of the same day', () => {
  expect(specialOf(shop, at('14:12'), '15:30')).toEqual([
    { date: tuesday, opens: '09:00', closes: '14:12' },
    { date: tuesday, opens: '15:30', closes: '17:00' },
  ])
})

test('the rest of the day has all of its shifts, also before the first', () => {
  const divided = withSpecial(daily(['09:00', '12:00'], ['14:00', '18:00']))
  expect(specialOf(divided, at('11:00'))).toEqual([{ date: tuesday, opens: '09:00', closes: '11:00' }])
  expect(specialOf(divided, at('13:00'))).toEqual([{ date: tuesday, opens: '09:00', closes: '12:00' }])
  expect(specialOf(divided, at('08:00'))).toEqual([{ date: tuesday, closed: true }])
  expect(specialOf(divided, at('09:00'))).toEqual([{ date: tuesday, closed: true }])
})

test('what is closed then anyway has nothing to close', () => {
  expect(closeHours(shop, boise, at('17:00'))).toBeUndefined()
  expect(closeHours(shop, boise, at('08:00'), '09:00')).toBeUndefined()
})

test('a night belongs to the day on which it began', () => {
  const bar = withSpecial(daily(['18:00', '02:00']))
  expect(specialOf(bar, at('20:00'))).toEqual([{ date: tuesday, opens: '18:00', closes: '20:00' }])
  expect(specialOf(bar, at('00:30', wednesday))).toEqual([{ date: tuesday, opens: '18:00', closes: '00:30' }])
  expect(specialOf(bar, at('23:00'), '01:00'), 'what opens after midnight is of the next date').toEqual([
    { date: tuesday, opens: '18:00', closes: '23:00' },
    { date: wednesday, opens: '01:00', closes: '02:00' },
    { date: wednesday, opens: '18:00', closes: '02:00' },
  ])
})

test('a time of the next day closes the rest of this one, and the next opens as always', () => {
  expect(specialOf(shop, at('14:12'), '10:00')).toEqual([{ date: tuesday, opens: '09:00', closes: '14:12' }])
  expect(specialOf(shop, at('14:12'), '08:00')).toEqual([{ date: tuesday, opens: '09:00', closes: '14:12' }])
})

test('special days that are over do not pile up', () => {
  const [over, yesterday] = [
    { date: '2026-11-22', closed: true },
    { date: '2026-11-23', closed: true },
  ]
  expect(specialOf(withSpecial(shop, over, yesterday), at('14:12'))).toEqual([
    yesterday,
    { date: tuesday, opens: '09:00', closes: '14:12' },
  ])
})

test('what is open day and night opens again at midnight', () => {
  const always = withSpecial(daily(['00:00', '24:00']))
  expect(specialOf(always, at('14:12'))).toEqual([{ date: tuesday, opens: '00:00', closes: '14:12' }])
  expect(specialOf(always, at('14:12'), '15:00')?.at(-1)).toEqual({ date: tuesday, opens: '15:00', closes: '24:00' })
})

test('other special days stay, and a note stays on its day', () => {
  const christmas = { date: '2026-12-25', closed: true }
  const early = { date: tuesday, opens: '10:00', closes: '16:00', note: 'Inventory' }
  expect(specialOf(withSpecial(shop, early, christmas), at('14:12'))).toEqual([
    christmas,
    { ...early, closes: '14:12' },
  ])
})

test('a business is open at all other times as it was', () => {
  const some = [
    daily(['09:00', '12:00'], ['14:00', '18:00']),
    daily(['18:00', '02:00']),
    daily(['00:00', '24:00']),
    daily(['05:00', '04:00']),
  ]
  const instant = (minute: number) => new Date(Date.parse(at('00:00')) + minute * 60_000).toISOString().replace('.000', '') // prettier-ignore
  const halfHours = Array.from({ length: 96 }, (_, half) => half * 30)
  const isOpen = (hours: Hours, minute: number) => openState(hours, boise, instant(minute)).isOpen
  for (const hours of some.map((week) => withSpecial(week)))
    for (const now of halfHours.filter((minute) => minute < 1440 && minute % 150 === 0)) {
      const until = now + 90
      const closed = closeHours(hours, boise, instant(now), instant(until - 420).slice(11, 16)) ?? hours
      const openNow = halfHours.filter((minute) => isOpen(closed, minute))
      const openBefore = halfHours.filter((minute) => isOpen(hours, minute))
      expect(openNow).toEqual(openBefore.filter((minute) => minute < now || minute >= until))
    }
})

test('a shop that closed too early takes the hours of the week again', () => {
  for (const now of [at('14:12'), at('08:00')]) {
    const closed = closeHours(shop, boise, now) ?? shop
    expect(resumeWeeklyHours(closed, boise, now)).toEqual(shop)
    expect(resumeWeeklyHours(shop, boise, now), 'nothing is special').toBeUndefined()
  }
  const bar = withSpecial(daily(['18:00', '02:00']))
  const closed = closeHours(bar, boise, at('00:30', wednesday)) ?? bar
  expect(resumeWeeklyHours(closed, boise, at('00:40', wednesday))).toEqual(bar)
})

test('a night that closed too early opens again, and the holiday after it stays', () => {
  const holiday = { date: wednesday, closed: true }
  const bar = withSpecial(daily(['18:00', '02:00']), holiday)
  const closed = closeHours(bar, boise, at('00:30', wednesday)) ?? bar
  expect(resumeWeeklyHours(closed, boise, at('00:40', wednesday))).toEqual(bar)
})

test('hours of the week are no offer where they open no sooner', () => {
  const late = withSpecial(daily(['09:00', '17:00']), { date: tuesday, opens: '18:00', closes: '20:00' })
  expect(resumeWeeklyHours(late, boise, at('17:30'))).toBeUndefined()
})
