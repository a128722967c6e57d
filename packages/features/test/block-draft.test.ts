import { expect, test } from 'vitest'
import { newId } from '@buy-locals/values/ids'
import {
  everyone,
  findBlockErrors,
  toBlockErrors,
  toBlockTerms,
  withKind,
  type BlockDraft,
} from '../src/board/block-draft'

const boise = 'America/Boise'
const ana = newId('staff')
const lunch: BlockDraft = {
  ...{ kind: 'break', calendarId: ana, isAllDay: false, note: '' },
  ...{ date: '2026-11-24', lastDate: '', from: '12:00', to: '13:00' },
}

test('a part of one day is blocked once, and of several days on each', () => {
  const noon = { staffId: ana, kind: 'break', start: '2026-11-24T19:00:00Z', end: '2026-11-24T20:00:00Z' }
  expect(toBlockTerms(lunch, boise)).toEqual(noon)
  expect(toBlockTerms({ ...lunch, lastDate: '2026-12-24' }, boise)).toEqual({ ...noon, repeatUntil: '2026-12-24' })
})

test('a vacation lasts from the beginning of its first day to the end of its last, of everyone', () => {
  const vacation = withKind({ ...lunch, calendarId: everyone, lastDate: '2026-11-27', note: ' Boise ' }, 'vacation')
  expect(toBlockTerms(vacation, boise)).toEqual({
    ...{ kind: 'vacation', note: 'Boise' },
    ...{ start: '2026-11-24T07:00:00Z', end: '2026-11-28T07:00:00Z' },
  })
})

test('a night ends on the next day', () => {
  const night = { ...lunch, from: '22:00', to: '02:00' }
  expect(toBlockTerms(night, boise)).toMatchObject({ start: '2026-11-25T05:00:00Z', end: '2026-11-25T09:00:00Z' })
})

test('what is wrong is found at its own field', () => {
  expect(findBlockErrors(lunch, boise)).toEqual({})
  expect(findBlockErrors({ ...lunch, lastDate: '2026-11-23' }, boise)).toEqual({ lastDate: 'dayOrder' })
  expect(findBlockErrors({ ...lunch, date: '', lastDate: '2026-11-23' }, boise)).toEqual({ date: 'noDay' })
  expect(findBlockErrors({ ...lunch, from: '' }, boise)).toEqual({ from: 'noTime' })
  expect(findBlockErrors({ ...lunch, to: '' }, boise)).toEqual({ to: 'noTime' })
  expect(findBlockErrors({ ...lunch, isAllDay: true, from: '', to: '' }, boise)).toEqual({})
})

test('what the server refuses is found at the field where it can be mended, and left alone where there is none', () => {
  const end = '/body/end'
  expect(toBlockErrors([{ pointer: '/body/start', code: 'too-far-away' }])).toEqual({ date: 'tooFar' })
  expect(toBlockErrors([{ pointer: '/body/repeatUntil', code: 'too-many-days' }])).toEqual({ lastDate: 'tooMany' })
  expect(toBlockErrors([{ pointer: end, code: 'too-many-days' }])).toEqual({ lastDate: 'tooLong' })
  expect(toBlockErrors([{ pointer: end, code: 'end-before-start' }])).toEqual({ to: 'endOrder' })
  expect(toBlockErrors([{ pointer: end, code: 'repeated-over-a-day' }])).toEqual({ to: 'overADay' })
  expect(toBlockErrors([{ pointer: end, code: 'too-many-days' }, { pointer: '/body/staffId', code: 'unusable' }])).toBeUndefined() // prettier-ignore
  expect(toBlockErrors([{ pointer: end }])).toBeUndefined()
  expect(toBlockErrors([])).toBeUndefined()
})

test('a time that the clock skips on its day is found before it is sent', () => {
  const spring = { ...lunch, date: '2027-03-14' }
  expect(findBlockErrors({ ...spring, from: '02:30', to: '03:00' }, boise)).toEqual({ from: 'skipped' })
  expect(findBlockErrors({ ...spring, from: '01:30', to: '02:30' }, boise)).toEqual({ to: 'skipped' })
  expect(findBlockErrors({ ...spring, date: '2027-03-13', from: '22:00', to: '02:30' }, boise)).toEqual({
    to: 'skipped',
  })
  expect(findBlockErrors({ ...spring, from: '02:30', to: '03:00' }, 'America/Phoenix')).toEqual({})
  expect(findBlockErrors({ ...spring, isAllDay: true, from: '02:30', to: '03:00' }, boise)).toEqual({})
  expect(findBlockErrors({ ...lunch, date: '2026-11-01', from: '01:15', to: '01:45' }, boise)).toEqual({})
})
