import { expect, test } from 'vitest'
import { newId } from '@buy-locals/values/ids'
import { parseChannel, businessChannel, personChannel, realtimeEvent } from './realtime.ts'

test("a channel is named after its person or business in AppSync's letters, and found again from its name", () => {
  expect(personChannel('per_01j')).toBe('/person/per-01j')
  expect(businessChannel('biz_01j', 3)).toBe('/business/biz-01j/3')
  const personId = newId('person')
  const businessId = newId('business')
  expect(personChannel(personId)).toMatch(/^\/person\/[A-Za-z0-9-]{1,50}$/)
  expect(parseChannel(personChannel(personId))).toEqual({ personId })
  expect(parseChannel(businessChannel(businessId, 12))).toEqual({ businessId, epoch: 12 })
  expect(parseChannel(businessChannel(businessId))).toEqual({ businessId, epoch: undefined })
})

test.each([
  '',
  '/',
  '/person',
  '/person/',
  '/person/*',
  '/*',
  '/market/x',
  '/person/a/b',
  '/person/a/1',
  '/business/a/',
  '/business/a/01',
  '/business/a/-1',
  '/business/a/1/1',
  '/person/a_b',
  '//person/a',
  '/person/a\n',
])('there is no channel %j', (channel) => {
  expect(parseChannel(channel)).toBeUndefined()
})

test('an event says type, id and version and nothing else', () => {
  const event = { type: 'booking.changed', id: 'bkg_1', version: 1 }
  expect(realtimeEvent.parse(event)).toEqual(event)
  expect(realtimeEvent.safeParse({ ...event, name: 'A. Person' }).success).toBe(false)
})
