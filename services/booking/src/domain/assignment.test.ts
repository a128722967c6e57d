import { expect, test } from 'vitest'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { assign } from './assignment.ts'
import type { BookableService, GroupSession } from './bookable-service.ts'
import type { CalendarId } from './catalogue.ts'

const slot = {
  start: '2026-03-23T15:00:00Z',
  end: '2026-03-23T16:00:00Z',
  staffIds: ['stf_sam', 'stf_kim'],
  seatsLeft: 1,
}
const service: Service = {
  id: 'svc_1',
  businessId: 'biz_1',
  name: 'Massage',
  durationMinutes: 60,
  price: { amount: 1, currency: 'USD' },
  payment: 'at-venue',
  depositBasisPoints: 10_000,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 15,
  capacity: 1,
  staffIds: ['stf_sam', 'stf_kim'],
  resourceIds: [],
  minNoticeMinutes: 0,
  maxHorizonDays: 60,
  stepMinutes: 15,
  policy: { freeUntilHours: 24, lateRefundShare: 0, noShowRefundShare: 0 },
  active: true,
  version: 1,
}
const massage = (changes: Partial<BookableService> = {}): BookableService => ({
  business: {
    id: 'biz_1',
    marketId: 'mkt_1',
    isPublished: true,
    name: 'Spa',
    timeZone: 'America/Boise',
    currency: 'USD',
    hours: { weekly: [] },
    address: 'Boise',
    phone: undefined,
  },
  service,
  staff: (['stf_sam', 'stf_kim'] as const).map((id) => ({ id, name: id, active: true })),
  resources: [],
  lacksResource: false,
  awaitsPayments: false,
  horizonDays: 60,
  busyTimes: [],
  ...changes,
})
const rooms = (['res_1', 'res_2'] as const).map((id) => ({ id, pool: 'rooms', active: true }))
const request = { slot, bookingsOnDay: new Map<string, number>(), lost: new Set<CalendarId>(), partySize: 1 }

test('whoever has fewer bookings goes first, of equals the one listed first', () => {
  expect(assign({ ...request, bookable: massage() })?.staffId).toBe('stf_sam')
  expect(assign({ ...request, bookable: massage(), bookingsOnDay: new Map([['stf_sam', 1]]) })?.staffId).toBe('stf_kim')
})

test('a calendar that others have just taken is passed over, until none is left', () => {
  expect(assign({ ...request, bookable: massage(), lost: new Set<CalendarId>(['stf_sam']) })?.staffId).toBe('stf_kim')
  expect(assign({ ...request, bookable: massage(), lost: new Set<CalendarId>(['stf_sam', 'stf_kim']) })).toBeUndefined()
})

test('of a pool the first room that is free is taken, buffers included; without one there is no assignment', () => {
  const busy = {
    calendarId: 'res_1' as const,
    from: '2026-03-23T16:10:00Z',
    to: '2026-03-23T17:00:00Z',
    isBlock: false,
  }
  const bookable = massage({ resources: rooms, busyTimes: [busy] })
  expect(assign({ ...request, bookable })?.calendarIds).toEqual(['stf_sam', 'res_2'])
  expect(assign({ ...request, bookable, lost: new Set<CalendarId>(['res_2']) })).toBeUndefined()
})

test('a group session with seats is joined before another one starts', () => {
  const groupSession: GroupSession = {
    id: 'grp_1',
    serviceId: 'svc_1',
    staffId: 'stf_kim',
    calendarIds: ['stf_kim'],
    start: slot.start,
    end: slot.end,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 15,
    capacity: 5,
    seatsTaken: 4,
  }
  const busyTimes = [
    { calendarId: 'stf_kim' as const, from: slot.start, to: '2026-03-23T16:15:00Z', isBlock: false, groupSession },
  ]
  const yoga = massage({ service: { ...service, capacity: 5 }, busyTimes })
  expect(assign({ ...request, bookable: yoga })?.joins?.id).toBe('grp_1')
  expect(assign({ ...request, bookable: yoga, partySize: 2 })).toMatchObject({ staffId: 'stf_sam', joins: undefined })
  expect(assign({ ...request, bookable: yoga, lost: new Set<CalendarId>(['stf_kim']) })?.staffId).toBe('stf_sam')
})
