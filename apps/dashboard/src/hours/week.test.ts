import { expect, test } from 'vitest'
import { addShift, changeShift, copyDay, countMinutes, findHoursErrors, toWeekly, toWeek } from './week'

const barber = toWeek([
  { day: 2, opens: '14:00', closes: '18:00' },
  { day: 2, opens: '09:00', closes: '12:00' },
  { day: 5, opens: '18:00', closes: '24:00' },
])

test('the editor shows the shifts of a day in order and gives back what it was given', () => {
  expect(barber[1]).toEqual([
    { opens: '09:00', closes: '12:00' },
    { opens: '14:00', closes: '18:00' },
  ])
  expect(toWeekly(barber)).toEqual([
    { day: 2, opens: '09:00', closes: '12:00' },
    { day: 2, opens: '14:00', closes: '18:00' },
    { day: 5, opens: '18:00', closes: '24:00' },
  ])
})

test('a first shift has the usual hours, a further one follows the last', () => {
  expect(addShift(barber, 1)[0]).toEqual([{ opens: '09:00', closes: '17:00' }])
  expect(addShift(barber, 2)[1]?.at(-1)).toEqual({ opens: '19:00', closes: '22:00' })
})

test('the hours of any day are copied to the days that are chosen, the others keep their own', () => {
  const week = copyDay(barber, 5, [6, 7])
  expect(week.slice(5)).toEqual([barber[4], barber[4]])
  expect(week.slice(0, 5)).toEqual(barber.slice(0, 5))
})

test('overlapping shifts are named by their day', () => {
  expect(findHoursErrors(barber)).toEqual([])
  expect(findHoursErrors(changeShift(barber, 2, 0, { closes: '15:00' }))).toEqual([
    { kind: 'overlap', day: 2, at: 1, field: 'opens' },
  ])
})

test('a night that runs into the next morning overlaps it, Sunday into Monday too', () => {
  const bar = toWeek([
    { day: 1, opens: '01:00', closes: '03:00' },
    { day: 7, opens: '20:00', closes: '02:00' },
  ])
  expect(findHoursErrors(bar)).toEqual([{ kind: 'overlap', day: 1, at: 0, field: 'opens' }])
  expect(findHoursErrors(changeShift(bar, 7, 0, { closes: '01:00' }))).toEqual([])
})

test('a shift without both times is not complete', () => {
  const missing = (at: number, part: { opens?: string; closes?: string }) =>
    findHoursErrors(changeShift(barber, 2, at, part))
  expect(missing(0, { opens: '' })).toEqual([{ kind: 'missing', day: 2, at: 0, field: 'opens' }])
  expect(missing(1, { closes: '' })).toEqual([{ kind: 'missing', day: 2, at: 1, field: 'closes' }])
})

test('a week is as long as its shifts, past midnight and around the clock too', () => {
  expect(countMinutes(barber)).toBe((3 + 4 + 6) * 60)
  expect(countMinutes(toWeek([{ day: 1, opens: '20:00', closes: '02:00' }]))).toBe(6 * 60)
  expect(countMinutes(toWeek([{ day: 1, opens: '00:00', closes: '24:00' }]))).toBe(24 * 60)
})
