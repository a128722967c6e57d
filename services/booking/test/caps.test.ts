import { expect, onTestFinished, test } from 'vitest'
import { availabilityChanged } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/booking/operations'
import { maxPerBusiness } from '@buy-locals/contracts/booking/limits'
import { maxBlockedTimes } from '@buy-locals/contracts/booking/shapes'
import { measureBlocking } from '@buy-locals/service-kit/testing/blocking'
import { trustOwnData } from '@buy-locals/service-kit/strip'
import { newId } from '@buy-locals/values/ids'
import { fillToTheCaps, fullHours } from './at-the-caps.ts'
import { startBooking, tally } from './support.ts'

const allowedMs = 150

test('of what a business can have, one more than the most is refused in words, also when many are added at once', async () => {
  await using booking = await startBooking()
  const { businessId, owner, db } = booking
  await fillToTheCaps(booking)
  const params = { businessId }
  const at = (minute: number) => new Date(Date.UTC(2026, 4, 1, 0, minute)).toISOString()
  const [person] = await db.selectFrom('staff').select('id').limit(1).execute()
  const staffId = person!.id as never
  const kinds = [
    { table: 'blocks', add: (nth: number) => booking.call(api.blockTime, { params, body: { staffId, start: at(nth * 10), end: at(nth * 10 + 5) } }, { as: owner }) },
    { table: 'services', add: () => booking.call(api.addService, { params, body: { name: 'Cut', durationMinutes: 30, price: { amount: 100, currency: 'USD' } } }, { as: owner }) },
    { table: 'staff', add: () => booking.call(api.addStaff, { params, body: { name: 'Sam' } }, { as: owner }) },
    { table: 'resources', add: () => booking.call(api.addResource, { params, body: { name: 'Chair' } }, { as: owner }) },
  ] as const // prettier-ignore
  for (const { table, add } of kinds) {
    expect((await add(0)).problem).toMatchObject({
      type: 'limit-reached',
      rule: `max-${table}`,
      max: maxPerBusiness[table],
    })
    const doomed = await db.selectFrom(table).select('id').orderBy('id', 'desc').limit(3).execute()
    const ids = doomed.map(({ id }) => id)
    if (table === 'blocks') await db.deleteFrom('allocations').where('block_id', 'in', ids).execute()
    if (table === 'services') await db.deleteFrom('availability').where('service_id', 'in', ids).execute()
    if (table === 'staff') await db.deleteFrom('allocations').where('calendar_id', 'in', ids).execute()
    if (table === 'staff') await db.deleteFrom('blocks').where('staff_id', 'in', ids).execute()
    await db.deleteFrom(table).where('id', 'in', ids).execute()
    const responses = await Promise.all(Array.from({ length: 12 }, (_, nth) => add(nth)))
    expect({ table, statuses: tally(responses) }).toEqual({ table, statuses: { 201: 3, 409: 9 } })
  }
})

test(`at every cap no operation keeps the others waiting for ${allowedMs} ms`, async () => {
  onTestFinished(trustOwnData()) // as in production
  await using booking = await startBooking()
  const { businessId, owner } = booking
  const { service, staffId, resourceId } = await fillToTheCaps(booking)
  const params = { businessId }
  const month = { serviceId: service.id, from: '2026-03-20', to: '2026-04-19' }
  const asOwner = { as: owner }
  const read = async (version: number) => ({ ...asOwner, headers: { 'if-match': `"${version}"` } })
  let [serviceVersion, staffVersion] = [1, 1]
  const calls = {
    slots: () => booking.call(api.findSlots, { params, query: month }),
    explained: () => booking.call(api.findSlots, { params, query: { ...month, explain: 'true' as never } }, asOwner),
    day: () => booking.call(api.findSlots, { params, query: { ...month, to: month.from, partySize: 1 } }),
    services: () => booking.call(api.listServices, { params }, asOwner),
    staff: () => booking.call(api.listStaff, { params }, asOwner),
    resources: () => booking.call(api.listResources, { params }, asOwner),
    board: () => booking.call(api.listBusinessBookings, { params, query: { from: month.from, to: month.to } }, asOwner),
    outsideHours: () => booking.call(api.findBookingsOutsideHours, { params, body: fullHours }, asOwner),
    changeService: async () => booking.call(api.changeService, { params: { ...params, serviceId: service.id }, body: { name: 'Cut' } }, await read(serviceVersion++)),
    changeStaff: async () => booking.call(api.changeStaff, { params: { ...params, staffId }, body: { hours: fullHours } }, await read(staffVersion++)),
    book: () => booking.book({ serviceId: service.id, start: '2026-03-23T15:00:00Z' }),
    count: async () => {
      await booking.advance('PT2S')
      return { status: 200 }
    },
  } // prettier-ignore
  expect(resourceId).toBeTruthy()
  const slow: Record<string, number> = {}
  for (const [name, call] of Object.entries(calls)) {
    const succeed = async () => expect((await call()).status).toBeLessThan(300)
    const ms = Math.round((await measureBlocking(succeed, { tries: 5, enoughMs: allowedMs })).blockedMs)
    if (process.env['TEST_LOG']) console.log(name, ms)
    if (ms >= allowedMs) slow[name] = ms
  }
  expect(slow).toEqual({})
  const { body } = await calls.explained()
  expect(body.blocked).toHaveLength(maxBlockedTimes)
}, 120_000)

test('a month of names is refused where it would be an answer of many megabytes', async () => {
  await using booking = await startBooking()
  const { businessId } = booking
  const { service } = await fillToTheCaps(booking)
  const query = { serviceId: service.id, from: '2026-03-20', to: '2026-04-19', staff: 'true' as never }
  const { problem } = await booking.call(api.findSlots, { params: { businessId }, query })
  expect(problem?.errors?.[0]?.pointer).toBe('/query/to')
  const day = await booking.call(api.findSlots, { params: { businessId }, query: { ...query, to: query.from } })
  expect(day.body.items[0]?.staffIds?.length).toBeGreaterThan(90)
})

test('no count waits for that of another business at its caps, and what has not changed is not counted again', async () => {
  await using booking = await startBooking()
  const { db, businessId, owner } = booking
  const { service } = await fillToTheCaps(booking)
  const neighborId = newId('business')
  const row = await db.selectFrom('services').selectAll().where('id', '=', service.id).executeTakeFirstOrThrow()
  const own = { id: newId('service'), business_id: neighborId, staff_ids: [], resource_ids: [] }
  await db.insertInto('services').values({ ...row, ...own, policy: JSON.stringify(row.policy) }).execute() // prettier-ignore
  await booking.changeBusiness({ id: neighborId })
  const begun = process.threadCpuUsage()
  await booking.advance('PT2S')
  const { user, system } = process.threadCpuUsage(begun)
  expect((await booking.published(availabilityChanged)).map(({ subject }) => subject)).toContain(own.id)
  expect((user + system) / 1e6, 'seconds of work for one turn').toBeLessThan(2)

  const few = await db.selectFrom('services').select('id').where('business_id', '=', businessId).orderBy('id').limit(6).execute() // prettier-ignore
  const remaining = new Set([service.id as string, ...few.map(({ id }) => id)])
  await db
    .deleteFrom('availability')
    .where('service_id', 'not in', [...remaining])
    .execute()
  await db
    .deleteFrom('services')
    .where('business_id', '=', businessId)
    .where('id', 'not in', [...remaining])
    .execute()
  for (let turn = 0; turn < 4; turn++) await booking.advance('PT2S')
  await booking.changeService(service.id, 1, { durationMinutes: 10 })
  await booking.call(api.addStaff, { params: { businessId }, body: { name: 'Kim' } }, { as: owner })
  const changedAt = booking.clock()
  await booking.advance('PT5S')
  const counted = await db.selectFrom('availability').select('service_id').where('counted_at', '>', changedAt).execute() // prettier-ignore
  expect(counted).toEqual([{ service_id: service.id }])
})
