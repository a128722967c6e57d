import { expect, test } from 'vitest'
import { findSpecialError, toRanges, toSpecial } from './special-ranges'

const holidays = ['2026-12-30', '2026-12-31', '2027-01-01'].map((date) => ({ date, closed: true, note: 'Holidays' }))

test('holidays of several days are one range, over the turn of the year too, and come back as days', () => {
  expect(toRanges(holidays)).toEqual([{ from: '2026-12-30', to: '2027-01-01', closed: true, note: 'Holidays' }])
  expect(toSpecial(toRanges(holidays))).toEqual(holidays)
})

test('days that differ, or do not follow each other, stay apart', () => {
  const early = { date: '2027-01-02', opens: '09:00', closes: '12:00' }
  const again = { date: '2027-01-04', closed: true, note: 'Holidays' }
  expect(toRanges([...holidays, early, again]).map(({ from, to }) => [from, to])).toEqual([
    ['2026-12-30', '2027-01-01'],
    ['2027-01-02', '2027-01-02'],
    ['2027-01-04', '2027-01-04'],
  ])
})

test('a day with two shifts keeps both', () => {
  const two = [
    { date: '2026-12-24', opens: '09:00', closes: '12:00' },
    { date: '2026-12-24', opens: '13:00', closes: '15:00' },
  ]
  expect(toSpecial(toRanges(two))).toEqual(two)
})

test('without a last day a range is one day', () => {
  expect(toSpecial([{ from: '2026-12-24', to: '', closed: true }])).toEqual([{ date: '2026-12-24', closed: true }])
})

test('what does not fit is found: no date, an end before its start, no times, too many days', () => {
  const fits = { from: '2026-12-24', to: '2026-12-26', closed: true }
  expect(findSpecialError([fits])).toBeUndefined()
  expect(findSpecialError([fits, { ...fits, from: '' }])).toEqual({ kind: 'missingDate', at: 1, field: 'from' })
  expect(findSpecialError([{ ...fits, to: '2026-12-23' }])).toEqual({ kind: 'order', at: 0, field: 'to' })
  const timed = { from: '2026-12-24', to: '' }
  expect(findSpecialError([{ ...timed, opens: '09:00' }])).toEqual({ kind: 'missingTimes', at: 0, field: 'closes' })
  expect(findSpecialError([{ ...timed, closes: '12:00' }])).toEqual({ kind: 'missingTimes', at: 0, field: 'opens' })
  expect(findSpecialError([{ ...fits, to: '9999-12-31' }, fits])).toEqual({ kind: 'tooMany', at: 0, field: 'to' })
  expect(findSpecialError([fits, { ...fits, to: '9999-12-31' }])).toEqual({ kind: 'tooMany', at: 1, field: 'to' })
})
