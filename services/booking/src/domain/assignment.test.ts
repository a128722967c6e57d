import { expect, test } from 'vitest'
import { assign } from './assignment.ts'
import type { HolderId, Service } from './catalogue.ts'
import type { Group, Offer } from './offer.ts'

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
const offer = (changes: Partial<Offer> = {}): Offer => ({
  business: {
    id: 'biz_1',
    marketId: 'mkt_1',
    isPublished: true,
    name: 'Spa',
    timeZone: 'America/Boise',
    currency: 'USD',
    hours: { weekly: [] },
    place: 'Boise',
  },
  service,
  staff: (['stf_sam', 'stf_kim'] as const).map((id) => ({ id, name: id, active: true })),
  resources: [],
  horizonDays: 60,
  taken: [],
  ...changes,
})
const rooms = (['res_1', 'res_2'] as const).map((id) => ({ id, pool: 'rooms', active: true }))
const question = { slot, load: new Map<string, number>(), lost: new Set<HolderId>(), partySize: 1 }

test('the one with fewer bookings goes first, of equals the one named first', () => {
  expect(assign({ ...question, offer: offer() })?.staffId).toBe('stf_sam')
  expect(assign({ ...question, offer: offer(), load: new Map([['stf_sam', 1]]) })?.staffId).toBe('stf_kim')
})

test('whom others have just taken is passed over, until nobody is left', () => {
  expect(assign({ ...question, offer: offer(), lost: new Set<HolderId>(['stf_sam']) })?.staffId).toBe('stf_kim')
  expect(assign({ ...question, offer: offer(), lost: new Set<HolderId>(['stf_sam', 'stf_kim']) })).toBeUndefined()
})

test('of a pool the first room that is free is taken, buffers counted; without one there is nothing', () => {
  const busy = { holderId: 'res_1' as const, from: '2026-03-23T16:10:00Z', to: '2026-03-23T17:00:00Z', isBlock: false }
  const wanted = offer({ resources: rooms, taken: [busy] })
  expect(assign({ ...question, offer: wanted })?.holders).toEqual(['stf_sam', 'res_2'])
  expect(assign({ ...question, offer: wanted, lost: new Set<HolderId>(['res_2']) })).toBeUndefined()
})

test('a running group with seats is joined before another is begun', () => {
  const group: Group = {
    id: 'occ_1',
    serviceId: 'svc_1',
    staffId: 'stf_kim',
    holders: ['stf_kim'],
    start: slot.start,
    end: slot.end,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 15,
    capacity: 5,
    seats: 4,
  }
  const taken = [{ holderId: 'stf_kim' as const, from: slot.start, to: '2026-03-23T16:15:00Z', isBlock: false, group }]
  const yoga = offer({ service: { ...service, capacity: 5 }, taken })
  expect(assign({ ...question, offer: yoga })?.joins?.id).toBe('occ_1')
  expect(assign({ ...question, offer: yoga, partySize: 2 })).toMatchObject({ staffId: 'stf_sam', joins: undefined })
  expect(assign({ ...question, offer: yoga, lost: new Set<HolderId>(['stf_kim']) })?.staffId).toBe('stf_sam')
})
