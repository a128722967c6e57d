import { expect, test } from 'vitest'
import { findSlots, openState, type SlotRequest } from '../src/scheduling.ts'
import { daily, request } from './shop.ts'

const busy = (changes: object) => ({ start: '2026-03-03T10:00:00Z', end: '2026-03-03T11:00:00Z', ...changes })
const monday = (changes: object) => ({ weekly: [{ day: 1 as const, opens: '09:00', closes: '17:00', ...changes }] })
const special = (entry: object) => ({ weekly: [], special: [{ date: '2026-03-03', ...entry }] })

const refused: [string, Partial<SlotRequest>][] = [
  ['timeZone', { timeZone: 'Mars/Olympus' }],
  ['timeZone', { timeZone: '+01:00' }],
  ['timeZone', { timeZone: '' }],
  ['timeZone', { timeZone: '2026-01-01T00:00Z' }],
  ['from', { from: '2026-02-29', to: '2026-03-03' }],
  ['from', { from: '2026-3-3', to: '2026-03-03' }],
  ['to', { to: '2026-13-01' }],
  ['to', { to: '2026-03-03T00:00:00Z' }],
  ['now', { now: 'yesterday' }],
  ['now', { now: '2026-03-03T10:00:00' }],
  ['now', { now: '2026-03-03T24:00:00Z' }],
  ['now', { now: '2026-02-30T10:00:00Z' }],
  ['now', { now: '2026-03-03T10:00:00+24:00' }],
  ['now', { now: '2026-03-03T10:00:60Z' }],
  ['durationMinutes', { durationMinutes: 0 }],
  ['durationMinutes', { durationMinutes: 0.5 }],
  ['durationMinutes', { durationMinutes: 1.5 }],
  ['durationMinutes', { durationMinutes: NaN }],
  ['stepMinutes', { stepMinutes: 0 }],
  ['stepMinutes', { stepMinutes: Infinity }],
  ['bufferBeforeMinutes', { bufferBeforeMinutes: -1 }],
  ['bufferAfterMinutes', { bufferAfterMinutes: 0.5 }],
  ['minNoticeMinutes', { minNoticeMinutes: -5 }],
  ['business.weekly[0].opens', { business: monday({ opens: '9:00' }) }],
  ['business.weekly[0].opens', { business: monday({ opens: '24:00' }) }],
  ['business.weekly[0].closes', { business: monday({ closes: '24:01' }) }],
  ['business.weekly[0].closes', { business: monday({ closes: '12:60' }) }],
  ['business.weekly[0].day', { business: monday({ day: 8 }) }],
  ['business.weekly[0].day', { business: monday({ day: 0 }) }],
  ['business.special[0].date', { business: special({ date: '2026-02-31', closed: true }) }],
  ['business.special[0]', { business: special({}) }],
  ['business.special[0]', { business: special({ closed: false }) }],
  ['business.special[0]', { business: special({ opens: '09:00' }) }],
  ['business.special[0].closes', { business: special({ closed: true, closes: '25:00' }) }],
  [
    'staff[1].hours.weekly[0].opens',
    {
      staff: [
        { id: 'a', busy: [] },
        { id: 'b', hours: monday({ opens: '' }), busy: [] },
      ],
    },
  ],
  ['staff[0].busy[0].start', { staff: [{ id: 'a', busy: [busy({ start: '2026-03-03' })] }] }],
  ['staff[0].busy[0].bufferAfterMinutes', { staff: [{ id: 'a', busy: [busy({ bufferAfterMinutes: 1.5 })] }] }],
  ['resources[0].busy[0].end', { resources: [{ id: 'r', busy: [busy({ end: '' })] }] }],
  ['resources[0].busy[0].bufferBeforeMinutes', { resources: [{ id: 'r', busy: [busy({ bufferBeforeMinutes: -1 })] }] }],
]

test.each(refused)('a request that cannot be read is refused, naming %s', (field, changes) => {
  const asking = () => findSlots(request(changes))
  expect(asking).toThrow(RangeError)
  expect(asking).toThrow(new RegExp(`^${field.replaceAll(/[[\].]/g, String.raw`\$&`)}: `))
})

test('a request is read to the end before the answer is none', () => {
  expect(() => findSlots(request({ from: '2026-03-04', to: '2026-03-03', stepMinutes: -1 }))).toThrow(/^stepMinutes: /)
})

test('an open state that cannot be read is refused in the same way', () => {
  expect(() => openState(monday({ opens: 'nine' }), 'UTC', '2026-03-03T10:00:00Z')).toThrow(
    /^hours\.weekly\[0\]\.opens: /,
  )
  expect(() => openState(daily(['09:00', '17:00']), 'Nowhere', '2026-03-03T10:00:00Z')).toThrow(/^timeZone: /)
  expect(() => openState(daily(['09:00', '17:00']), 'UTC', 'now')).toThrow(/^now: /)
})

test.each([
  '2026-03-03t10:00:00z',
  '2026-03-03T11:30:00.000+01:30',
  '2026-03-03T09:00:00-01:00',
  '2026-03-03T09:59:59.5Z',
])('an instant may be written in any way of RFC 3339: %s', (now) => {
  const starts = findSlots(request({ now, timeZone: 'UTC', business: daily(['08:00', '12:00']) })).map(
    ({ start }) => start,
  )
  expect(starts).toEqual(['2026-03-03T10:00:00Z', '2026-03-03T11:00:00Z'])
})

test('a leap second is the end of its minute', () => {
  const now = '2016-12-31T23:59:60Z'
  expect(openState(daily(['00:00', '12:00']), 'UTC', now)).toEqual({
    isOpen: false,
    nextChange: '2017-01-01T00:00:00Z',
  })
})
