import { expect, test } from 'vitest'
import { whyEmpty } from '../src/booking/empty-days'

const timeZone = 'America/Boise'

const weekdays = (...days: (1 | 2 | 3 | 4 | 5 | 6 | 7)[]) => ({
  weekly: days.map((day) => ({ day, opens: '09:00', closes: '17:00' })),
  special: [],
})

test('a day is full only where somebody works and could still be booked', () => {
  const tuesday = '2026-11-24'
  const noon = { hours: weekdays(1, 2, 3), staff: [], minNoticeMinutes: 0, timeZone, now: '2026-11-24T19:00:00Z' }
  expect(whyEmpty(tuesday, noon)).toBe('full')
  expect(whyEmpty('2026-11-26', noon)).toBe('closed')
  expect(whyEmpty(tuesday, { ...noon, staff: [{ hours: weekdays(1) }] })).toBe('off')
  expect(whyEmpty(tuesday, { ...noon, staff: [{ hours: weekdays(1) }, {}] })).toBe('full')
  expect(whyEmpty(tuesday, { ...noon, minNoticeMinutes: 300 })).toBe('late')
  expect(whyEmpty(tuesday, { ...noon, minNoticeMinutes: 1440 })).toBe('late')
  expect(whyEmpty('2026-11-25', { ...noon, minNoticeMinutes: 1440 })).toBe('full')
  const bar = { weekly: [{ day: 2 as const, opens: '18:00', closes: '02:00' }], special: [] }
  expect(whyEmpty(tuesday, { ...noon, hours: bar, now: '2026-11-25T06:00:00Z' })).toBe('full')
  expect(whyEmpty(tuesday, { ...noon, hours: undefined })).toBe('full')
})
