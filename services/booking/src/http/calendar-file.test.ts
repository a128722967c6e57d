import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { hostileNames } from '@buy-locals/contracts/testing/hostile-names'
import { cleanLine } from '@buy-locals/contracts/plain-text'
import { expect, test } from 'vitest'
import type { Booking } from '../domain/booking.ts'
import { writeCalendarFile } from './calendar-file.ts'

const start = Temporal.Instant.from('2026-03-23T15:00:00Z')
const named = (name: string): Booking => ({
  id: 'bkg_01jq0000000000000000000000',
  businessId: 'biz_1',
  marketId: 'mkt_1',
  serviceId: 'svc_1',
  serviceName: name,
  venue: { name, address: name },
  consumerId: 'per_1',
  isGuest: false,
  isFinal: false,
  status: 'confirmed',
  start,
  end: start.add({ minutes: 30 }),
  timeZone: 'America/Boise',
  localStart: '2026-03-23T09:00',
  partySize: 1,
  price: { amount: 4_500, currency: 'USD' },
  deposit: { amount: 0, currency: 'USD' },
  payment: 'at-venue',
  policy: { freeUntilHours: 24, lateRefundShare: 0, noShowRefundShare: 0 },
  createdAt: start.subtract({ hours: 48 }),
  version: 7,
})

test.each(hostileNames)(
  'another program reads the name %j out of a calendar file as one name, and nothing else',
  (name) => {
    const file = writeCalendarFile(named(name), 'https://buylocals.example/bookings/bkg_1#token')
    const calendar = new ICAL.Component(ICAL.parse(file) as [string, unknown[], unknown[]])
    const [event, ...more] = calendar.getAllSubcomponents('vevent')
    expect([calendar.getAllSubcomponents().length, more]).toEqual([1, []])
    const line = cleanLine(name)
    expect(event?.getFirstPropertyValue('summary')).toBe(`${line}, ${line}`)
    expect(event?.getFirstPropertyValue('location')).toBe(line)
    expect(event?.getFirstProperty('organizer')?.getParameter('cn')).toBe(line.replaceAll('"', "'"))
    const properties = ['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'summary', 'location', 'url', 'status', 'organizer'] // prettier-ignore
    expect(event?.getAllProperties().map((property) => property.name)).toEqual(expect.arrayContaining(properties))
    for (const written of file.split('\r\n')) {
      expect(Buffer.byteLength(written)).toBeLessThanOrEqual(75)
      expect(written).not.toMatch(/[\p{Cc}\u2028\u2029\p{Bidi_Control}]/u)
    }
  },
)
