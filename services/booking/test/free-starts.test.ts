import { expect, test } from 'vitest'
import { membershipChanged } from '@buy-locals/contracts/auth/events'
import * as api from '@buy-locals/contracts/booking/operations'
import { availabilityChanged, serviceChanged, staffChanged } from '@buy-locals/contracts/booking/events'
import type { Input } from '@buy-locals/contracts/operation'
import { newId, type Id } from '@buy-locals/values/ids'
import { statementsOf } from '@buy-locals/service-kit/testing/statements'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { nine, startBooking } from './support.ts'

test('every start that is offered can be booked, and no other', async () => {
  await using booking = await startBooking()
  const sam = await booking.addStaff('Sam', {
    hours: { weekly: [{ day: 1, opens: '11:00', closes: '13:00' }], special: [] },
  })
  const service = await booking.addService({ staffIds: [sam], stepMinutes: 30, durationMinutes: 60 })
  const { items, timeZone } = await booking.slots(service.id, '2026-03-23')
  expect(timeZone).toBe('America/Boise')
  expect(items).toEqual(
    ['17:00', '17:30', '18:00'].map((time, index) => ({
      start: `2026-03-23T${time}:00Z`,
      end: `2026-03-23T${['18:00', '18:30', '19:00'][index]}:00Z`,
      seatsLeft: 1,
      staffIds: [sam],
    })),
  )
  expect((await booking.book({ serviceId: service.id, start: nine })).problem).toMatchObject({
    type: 'booking/outside-policy',
    rule: 'hours',
  })
  expect((await booking.book({ serviceId: service.id, start: '2026-03-23T17:30:00Z' })).status).toBe(201)
  expect((await booking.slots(service.id, '2026-03-23')).items).toEqual([])
})

test('a start that breaks a rule of the business is refused with the rule', async () => {
  await using booking = await startBooking({ now: '2026-03-20T16:00:00Z' })
  const terms = { staffIds: [await booking.addStaff('Sam')], minNoticeMinutes: 120, maxHorizonDays: 7 }
  const service = await booking.addService(terms)
  const rule = async (start: string, partySize = 1) => {
    const { problem } = await booking.book({ serviceId: service.id, start, partySize })
    return problem?.type === 'booking/outside-policy' && (problem as { rule?: string }).rule
  }
  expect(await rule('2026-03-20T15:45:00Z')).toBe('past')
  expect(await rule('2026-03-20T17:45:00Z')).toBe('notice')
  expect(await rule('2026-03-28T15:00:00Z')).toBe('horizon')
  expect(await rule('2026-03-23T15:07:00Z')).toBe('step')
  expect(await rule('2026-03-23T15:00:00.5Z')).toBe('hours')
  expect(await rule('2026-03-23T22:45:00Z')).toBe('hours')
  expect(await rule('2026-03-23T15:00:00Z', 2)).toBe('party-size')
  expect((await booking.book({ serviceId: service.id, start: '2026-03-20T12:00:00-06:00' })).body.start).toBe(
    '2026-03-20T18:00:00Z',
  )
})

test('a business may override notice and hours for a customer on the phone, never a booked time', async () => {
  await using booking = await startBooking({ now: '2026-03-20T16:07:00Z' })
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')], minNoticeMinutes: 600 })
  const byPhone = (start: string, override?: { minNotice?: boolean; hours?: boolean }) =>
    booking.call(
      api.bookForCustomer,
      {
        params: { businessId: booking.businessId },
        body: {
          serviceId: service.id,
          start,
          customer: { name: 'Grace', phone: '+12085550100' },
          note: 'By phone',
          ...(override && { override }),
        },
      },
      { as: booking.staff },
    )
  expect((await byPhone('2026-03-20T16:15:00Z')).problem).toMatchObject({ rule: 'notice' })
  expect((await byPhone('2026-03-21T04:00:00Z', { minNotice: true })).problem).toMatchObject({ rule: 'hours' })
  const lateEntry = await byPhone('2026-03-20T16:00:00Z', { minNotice: true })
  expect(lateEntry.body).toMatchObject({
    status: 'confirmed',
    payment: 'at-venue',
    note: 'By phone',
    customer: { name: 'Grace', phone: '+12085550100' },
  })
  expect((await byPhone('2026-03-21T04:10:00Z', { hours: true })).body.localStart).toBe('2026-03-20T22:10')
  expect((await byPhone('2026-03-21T03:55:00Z', { hours: true, minNotice: true })).problem?.type).toBe(
    'booking/slot-taken',
  )
})

test('whoever has the fewest bookings that day gets the next one, then the order counts', async () => {
  await using booking = await startBooking()
  const [sam, kim] = [await booking.addStaff('Sam'), await booking.addStaff('Kim')]
  const service = await booking.addService({ staffIds: [sam, kim] })
  const at = async (start: string, staffId?: typeof sam) =>
    (await booking.book({ serviceId: service.id, start, ...(staffId && { staffId }) }, newId('person'))).body.staffName
  expect(await at('2026-03-23T15:00:00Z')).toBe('Sam')
  expect(await at('2026-03-23T16:00:00Z')).toBe('Kim')
  expect(await at('2026-03-23T17:00:00Z', kim)).toBe('Kim')
  expect(await at('2026-03-23T18:00:00Z')).toBe('Sam')
  expect(await at('2026-03-23T19:00:00Z')).toBe('Sam')
  expect(await at('2026-03-24T15:00:00Z')).toBe('Sam')
})

test('on the day the clocks change, only times that exist are offered, and an hour is an hour', async () => {
  await using booking = await startBooking({ now: '2026-03-01T08:00:00Z' })
  await booking.changeBusiness({ hours: { weekly: [{ day: 7, opens: '00:00', closes: '04:00' }], special: [] } })
  const service = await booking.addService({
    staffIds: [await booking.addStaff('Sam')],
    durationMinutes: 60,
    stepMinutes: 60,
  })
  const spring = (await booking.slots(service.id, '2026-03-08')).items.map(({ start }) => start)
  expect(spring).toEqual(['2026-03-08T07:00:00Z', '2026-03-08T08:00:00Z', '2026-03-08T09:00:00Z'])
  const { body } = await booking.book({ serviceId: service.id, start: '2026-03-08T09:00:00Z' })
  expect(body).toMatchObject({ localStart: '2026-03-08T03:00', end: '2026-03-08T10:00:00Z' })
  const autumn = await booking.addService({
    staffIds: service.staffIds,
    durationMinutes: 60,
    stepMinutes: 60,
    maxHorizonDays: 365,
  })
  expect((await booking.slots(autumn.id, '2026-11-01')).items).toHaveLength(5)
})

test('when the business moves to another zone, what is booked stays where it was', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  const { body: made } = await booking.book({ serviceId: service.id, start: nine })
  await booking.changeBusiness({ timeZone: 'Europe/Paris', currency: 'EUR' })
  const { body } = await booking.read(made.id)
  expect(body).toMatchObject({
    start: nine,
    localStart: '2026-03-23T09:00',
    timeZone: 'America/Boise',
    price: { currency: 'USD' },
  })
  expect((await booking.slots(service.id, '2026-03-23')).items[0]?.start).toBe('2026-03-23T08:00:00Z')
})

test('a change of a service changes no booking, and a withdrawn service cannot be booked', async () => {
  await using booking = await startBooking()
  const sam = await booking.addStaff('Sam')
  const service = await booking.addService({ staffIds: [sam] })
  const { body: made } = await booking.book({ serviceId: service.id, start: nine })
  const change = (version: number, body: Parameters<typeof booking.changeService>[2]) =>
    booking.changeService(service.id, version, body)
  const changed = await change(1, {
    price: { amount: 9900, currency: 'USD' },
    durationMinutes: 120,
    policy: { freeUntilHours: 0, lateRefundShare: 0, noShowRefundShare: 0 },
  })
  expect(changed.body).toMatchObject({ version: 2, durationMinutes: 120, name: 'Haircut', payment: 'at-venue' })
  expect((await change(1, { name: 'Late' })).problem?.type).toBe('stale')
  expect((await booking.read(made.id)).body).toMatchObject({
    price: { amount: 4500 },
    end: '2026-03-23T15:30:00Z',
    policy: { freeUntilHours: 24 },
  })
  await change(2, { active: false })
  expect((await booking.book({ serviceId: service.id, start: '2026-03-24T15:00:00Z' })).status).toBe(404)
  await change(3, { active: true })
  await booking.call(
    api.changeStaff,
    { params: { businessId: booking.businessId, staffId: sam }, body: { active: false } },
    { as: booking.owner, headers: { 'if-match': '1' } },
  )
  expect((await booking.book({ serviceId: service.id, start: '2026-03-24T15:00:00Z', staffId: sam })).status).toBe(404)
  expect((await booking.slots(service.id, '2026-03-24')).items).toEqual([])
  expect((await booking.published(serviceChanged)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4])
})

test('a service lists only staff and rooms of its own business, in the currency of the market', async () => {
  await using booking = await startBooking()
  const body = {
    name: 'Cut',
    durationMinutes: 30,
    price: { amount: 1, currency: 'EUR' as const },
    staffIds: [newId('staff')],
  }
  const { problem } = await booking.call(
    api.addService,
    { params: { businessId: booking.businessId }, body },
    { as: booking.owner },
  )
  expect(problem?.errors?.map(({ pointer }) => pointer)).toEqual(['/body/staffIds/0', '/body/price/currency'])
})

test('blocked time is not offered, and can be released', async () => {
  await using booking = await startBooking()
  const sam = await booking.addStaff('Sam')
  const service = await booking.addService({ staffIds: [sam] })
  const params = { businessId: booking.businessId }
  const block = (start: string, end: string) => booking.blockTime({ staffId: sam, start, end, note: 'Dentist' })
  await booking.book({ serviceId: service.id, start: '2026-03-23T16:00:00Z' })
  const made = await block(nine, '2026-03-23T16:00:00Z')
  expect(made.status).toBe(201)
  expect((await booking.slots(service.id, '2026-03-23')).items[0]?.start).toBe('2026-03-23T16:30:00Z')
  const why = await booking.call(
    api.findSlots,
    { params, query: { serviceId: service.id, from: '2026-03-23', to: '2026-03-23', explain: 'true' } },
    { as: booking.staff },
  )
  expect(why.body.blocked).toEqual([
    { start: '2026-03-23T06:00:00Z', end: nine, reason: 'closed' },
    { start: nine, end: '2026-03-23T16:00:00Z', reason: 'blocked', staffId: sam },
    { start: '2026-03-23T16:00:00Z', end: '2026-03-23T16:30:00Z', reason: 'booked', staffId: sam },
    { start: '2026-03-23T23:00:00Z', end: '2026-03-24T06:00:00Z', reason: 'closed' },
  ])
  await booking.call(api.unblockTime, { params: { ...params, blockId: made.body.id } }, { as: booking.staff })
  expect((await booking.slots(service.id, '2026-03-23')).items[0]?.start).toBe(nine)
})

test('free starts per day are published once after a change, and on every new day', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({
    maxHorizonDays: 30,
    staffIds: [await booking.addStaff('Sam')],
    stepMinutes: 60,
    durationMinutes: 60,
  })
  await booking.advance('PT2S')
  const published = async () =>
    (await booking.published(availabilityChanged)).filter(({ subject }) => subject === service.id)
  const [first, ...none] = await published()
  expect(none).toEqual([])
  expect(first?.data.days).toHaveLength(31)
  expect(first?.data.days.slice(0, 2)).toMatchObject([
    { date: '2026-03-20', freeStarts: 8 },
    { date: '2026-03-21', freeStarts: 8 },
  ])
  await booking.book({ serviceId: service.id, start: '2026-03-21T15:00:00Z' })
  await booking.book({ serviceId: service.id, start: '2026-03-21T16:00:00Z' })
  await booking.advance('PT5S')
  const [, second, ...more] = await published()
  expect(more).toEqual([])
  expect(second?.data.days).toMatchObject([{ date: '2026-03-21', freeStarts: 6 }])
  await booking.advance('P1D')
  const later = (await published()).at(-1)
  expect(later?.data.days).toMatchObject([
    { date: '2026-03-22', freeStarts: 8 }, // soon now, so with all its starts
    { date: '2026-04-20', freeStarts: 8 },
  ])
  expect((await published()).map(({ sequence }) => sequence)).toEqual([1, 2, 3])
})

test('a business that is booked all the time is counted no more often than every five seconds', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')], maxHorizonDays: 30 })
  await booking.advance('PT2S')
  const versions = async () => (await booking.published(availabilityChanged)).map(({ data }) => data.version)
  for (const hour of [15, 16, 17, 18, 19, 20, 21]) {
    await booking.book({ serviceId: service.id, start: `2026-03-21T${hour}:00:00Z` })
    await booking.advance('PT1S')
  }
  expect(await versions()).toEqual([1, 2])
  await booking.advance('PT6S')
  expect(await versions()).toEqual([1, 2, 3])
  const last = (await booking.published(availabilityChanged)).at(-1)
  const { items } = await booking.slots(service.id, '2026-03-21')
  expect(last?.data.days).toMatchObject([{ date: '2026-03-21', freeStarts: items.length }])
})

test('another price is published with every day, whether or not another start is free', async () => {
  await using booking = await startBooking()
  const { businessId, owner } = booking
  const { id: serviceId, version } = await booking.addService({
    staffIds: [await booking.addStaff('Sam')],
    maxHorizonDays: 30,
  })
  await booking.advance('PT2S')
  const change = { params: { businessId, serviceId }, body: { price: { amount: 9_900, currency: 'USD' as const } } }
  await booking.call(api.changeService, change, { as: owner, headers: { 'if-match': `"${version}"` } })
  await booking.advance('PT6S')
  const [first, second] = await booking.published(availabilityChanged)
  expect(second?.data).toMatchObject({ price: { amount: 9_900 }, days: first?.data.days })
})

test('with the number of free starts is published which they are: all of what is soon, the first and the last of each part of later days', async () => {
  await using booking = await startBooking()
  await booking.changeBusiness({ hours: { weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day: day as 1, opens: '10:00', closes: '18:00' })), special: [] } }) // prettier-ignore
  const service = await booking.addService({
    staffIds: [await booking.addStaff('Sam')],
    ...{ stepMinutes: 30, durationMinutes: 30, minNoticeMinutes: 60 },
  })
  await booking.advance('PT2S')
  const days = async () => {
    const last = (await booking.published(availabilityChanged)).findLast(({ data }) => data.days.some(({ date }) => date === '2026-03-23')) // prettier-ignore
    const at = (minutes: number[] = []) => minutes.map((minute) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO('America/Boise').toPlainTime().toString({ smallestUnit: 'minute' })) // prettier-ignore
    return {
      ...{ minNoticeMinutes: last?.data.minNoticeMinutes, price: last?.data.price },
      of: (date: string) => {
        const { freeStarts, starts } = last?.data.days.find((day) => day.date === date) ?? {}
        return {
          freeStarts,
          morning: at(starts?.morning),
          afternoon: at(starts?.afternoon),
          evening: at(starts?.evening),
        }
      },
    }
  }
  const first = await days()
  expect(first).toMatchObject({ minNoticeMinutes: 60, price: service.price })
  expect(first.of('2026-03-21')).toMatchObject({ freeStarts: 16, morning: ['10:00', '10:30', '11:00', '11:30'] })
  expect(first.of('2026-03-21').afternoon).toHaveLength(10)
  expect(first.of('2026-03-23')).toEqual({
    freeStarts: 16,
    morning: ['10:00', '10:30', '11:00', '11:30'],
    afternoon: ['12:00', '12:30', '13:00', '16:30'],
    evening: ['17:00', '17:30'],
  })
  // As many are free, but others.
  await booking.book({ serviceId: service.id, start: '2026-03-23T18:00:00Z' })
  await booking.advance('PT5S')
  expect((await days()).of('2026-03-23')).toMatchObject({ freeStarts: 15, afternoon: ['12:30', '13:00', '13:30', '16:30'] }) // prettier-ignore
})

test('a new day is counted once for all businesses of a zone, in batches of a few statements, and one that fails holds back none', async () => {
  await using booking = await startBooking()
  await booking.addService({ staffIds: [await booking.addStaff('Sam')], maxHorizonDays: 30 })
  await booking.advance('PT2S')
  const waiting = booking.db.selectFrom('jobs').select(['kind', 'key', 'run_at']).where('kind', 'like', 'booking.%')
  const rows = await waiting.execute()
  expect(rows.map(({ run_at, ...row }) => ({ ...row, at: String(run_at) }))).toEqual([
    { kind: 'booking.roll-free-starts', key: 'America/Boise', at: '2026-03-21T06:00:00Z' },
  ])
  const others = 260 // with their staff more calendars than are read at once
  await copyShop(booking, others)
  const dayOf = async (date: string) =>
    new Set(
      (await booking.published(availabilityChanged))
        .filter(({ data }) => data.days.at(-1)?.date === date)
        .map((e) => e.subject),
    ).size
  const newDay = async (date: string, counted: number) => {
    await booking.advance('P1D')
    const count = async () => {
      await booking.advance('PT2S')
      return dayOf(date)
    }
    await expect.poll(count, { timeout: 30_000 }).toBe(counted)
  }
  const statements = await statementsOf(() => newDay('2026-04-20', others + 1))
  const touching = statements.filter((text) => /\b(businesses|services|availability|staff)\b/.test(text))
  expect(touching.length).toBeLessThanOrEqual(3 * 8)
  expect(await waiting.execute()).toHaveLength(1)

  await sql`update businesses set hours = '{"weekly": 5}' where id like '%0255'`.execute(booking.db)
  await newDay('2026-04-21', others)
  const failing = await sql`select kind, key from jobs where last_error is not null`.execute(booking.db)
  expect(failing.rows).toEqual([{ kind: 'booking.count-free-starts', key: `${booking.businessId.slice(0, -4)}0255` }])
})

/** Businesses with the same service and staff, each with its own. */
async function copyShop({ db, businessId }: Awaited<ReturnType<typeof startBooking>>, times: number): Promise<void> {
  const idOf = (column: string) => sql.raw(`left(${column}, -4) || lpad(copy::text, 4, '0')`)
  const changes = {
    businesses: sql`jsonb_build_object('id', ${idOf('id')})`,
    services: sql`jsonb_build_object('id', ${idOf('id')}, 'business_id', ${idOf('business_id')}, 'staff_ids', jsonb_build_array(${idOf('staff_ids[1]')}))`,
    staff: sql`jsonb_build_object('id', ${idOf('id')}, 'business_id', ${idOf('business_id')})`,
  }
  for (const [table, change] of Object.entries(changes)) {
    const owner = sql.ref(table === 'businesses' ? 'id' : 'business_id')
    await sql`
      insert into ${sql.table(table)}
      select (jsonb_populate_record(null::${sql.table(table)}, to_jsonb(original) || ${change})).*
      from ${sql.table(table)} as original, generate_series(1, ${times}::integer) as copy
      where ${owner} = ${businessId}`.execute(db)
  }
}

test('free starts are published as far as slots reach, a month at a time, and follow bookings, horizon and days', async () => {
  await using booking = await startBooking()
  const sam = await booking.addStaff('Sam')
  const terms = { staffIds: [sam], stepMinutes: 480, durationMinutes: 480, maxHorizonDays: 300 }
  const service = await booking.addService(terms)
  const published = async () =>
    (await booking.published(availabilityChanged)).filter(({ subject }) => subject === service.id)
  const starts = async () => {
    const events = (await published()).toSorted((a, b) => a.sequence - b.sequence)
    const days = events.flatMap(({ data }) => data.days)
    return new Map(days.map(({ date, freeStarts }) => [date, freeStarts]))
  }
  /** One window after another, with a pause after each. */
  const countAll = async () => {
    for (let window = 0; window < 15; window++) await booking.advance('PT2S')
  }
  const last = '2027-01-14'
  await countAll()
  expect((await published()).every(({ data }) => data.days.length <= 31)).toBe(true)
  const first = await starts()
  expect([first.get('2026-03-20'), first.get('2026-04-20'), first.get(last), first.get('2027-01-15')]).toEqual([
    1, 1, 1, 0,
  ])
  expect((await booking.slots(service.id, last)).items).toHaveLength(1)

  await booking.book({ serviceId: service.id, start: '2026-12-01T16:00:00Z' })
  const before = (await published()).length
  await countAll()
  expect((await starts()).get('2026-12-01')).toBe(0)
  expect(await published(), 'only the month of the booking').toHaveLength(before + 1)

  await booking.advance('PT24H')
  await countAll()
  expect((await starts()).get('2027-01-15'), 'a day later it reaches a day further').toBe(1)
  expect((await published()).length, 'near days, the first window and the last').toBeLessThanOrEqual(before + 4)

  await booking.changeService(service.id, 1, { maxHorizonDays: 40 })
  await countAll()
  const shorter = await starts()
  expect([...shorter].filter(([date, count]) => date > '2026-04-30' && count > 0)).toEqual([])
  expect([shorter.get('2026-04-30'), shorter.get(last)]).toEqual([1, 0])
})

test('what happens in the near days has nothing beyond them counted again', async () => {
  await using booking = await startBooking()
  const sam = await booking.addStaff('Sam')
  const service = await booking.addService({ staffIds: [sam], maxHorizonDays: 120 })
  for (let window = 0; window < 10; window++) await booking.advance('PT2S')
  const far = booking.db.selectFrom('jobs').select('kind').where('kind', 'like', '%far%')
  expect(await far.execute()).toEqual([])
  const near = (await booking.book({ serviceId: service.id, start: nine })).body
  expect(await far.execute()).toEqual([])
  await booking.cancel(near.id, booking.consumer)
  await booking.advance('PT2S')
  expect(await far.execute()).toEqual([])
  await booking.book({ serviceId: service.id, start: '2026-06-08T15:00:00Z' })
  expect(await far.execute()).toEqual([{ kind: 'booking.restart-far-count' }])
})

test('a resource is renamed and retired: what needs it cannot be booked any more, and of a pool the others can', async () => {
  await using booking = await startBooking()
  const { businessId, owner } = booking
  const change = async (resourceId: Id<'resource'>, body: Input<typeof api.changeResource>['body'], as = owner) =>
    booking.call(api.changeResource, { params: { businessId, resourceId }, body }, { as })
  const [room, left, right] = [
    await booking.addResource('Room'),
    await booking.addResource('Left table', 'tables'),
    await booking.addResource('Right table', 'tables'),
  ]
  const massage = await booking.addService({ resourceIds: [room] })
  const dinner = await booking.addService({ resourceIds: [left, right] })
  const seatsAtNine = async (serviceId: Id<'service'>) =>
    (await booking.slots(serviceId, '2026-03-23')).items.find(({ start }) => start === nine)?.seatsLeft
  expect((await change(room, { name: 'Blue room' })).body).toMatchObject({
    name: 'Blue room',
    active: true,
    version: 2,
  })
  expect((await change(room, { active: false }, booking.stranger)).status).toBe(404)
  expect((await change(room, { active: false }, booking.staff)).status).toBe(403)
  const booked = (await booking.book({ serviceId: massage.id, start: nine })).body
  expect((await change(room, { active: false })).body).toMatchObject({ active: false, version: 3 })
  expect((await booking.read(booked.id)).body.status).toBe('confirmed')
  const later = { serviceId: massage.id, start: '2026-03-23T17:00:00Z' }
  expect((await booking.book(later, newId('person'))).status).toBe(422)
  expect((await booking.slots(massage.id, '2026-03-23')).items).toEqual([])

  await change(left, { active: false })
  expect(await seatsAtNine(dinner.id)).toBe(1)
  await booking.book({ serviceId: dinner.id, start: nine }, newId('person'))
  expect(await seatsAtNine(dinner.id)).toBeUndefined()
  await change(right, { active: false })
  expect((await booking.slots(dinner.id, '2026-03-24')).items).toEqual([])
  await change(left, { active: true, pool: null })
  expect((await change(right, { active: true })).body).toMatchObject({ pool: 'tables' })
  expect(await seatsAtNine(dinner.id), 'both are needed, and one is taken').toBeUndefined()
})

test('services, staff and resources are changed over the version that was read, and over no other', async () => {
  await using booking = await startBooking()
  const { businessId, owner } = booking
  const [staffId, resourceId] = [await booking.addStaff('Sam'), await booking.addResource('Room')]
  const { id: serviceId } = await booking.addService()
  const body = { name: 'Renamed' }
  const by = (version: number) => ({ as: owner, headers: { 'if-match': `"${version}"` } })
  const changes = {
    service: (version: number) =>
      booking.call(api.changeService, { params: { businessId, serviceId }, body }, by(version)),
    staff: (version: number) => booking.call(api.changeStaff, { params: { businessId, staffId }, body }, by(version)),
    resource: (version: number) =>
      booking.call(api.changeResource, { params: { businessId, resourceId }, body }, by(version)),
  }
  for (const [name, change] of Object.entries(changes)) {
    const statuses = []
    for (const version of [2, 1, 1, 2]) statuses.push((await change(version)).status)
    expect({ name, statuses }).toEqual({ name, statuses: [412, 200, 412, 200] })
  }
})

test('whoever joins has the calendar that they were invited to as their own, and nobody takes one that is taken', async () => {
  await using booking = await startBooking()
  const { businessId: scope, owner } = booking
  const staffId = await booking.addStaff('Sam')
  const join = (personId: Id<'person'>, at: Id<'business'>) =>
    booking.deliver(membershipChanged, `${personId} ${at}`, 1, {
      personId,
      scope: at,
      role: 'staff',
      staffId,
      version: 1,
    })
  const [sam, other] = [newId('person'), newId('person')]
  await join(other, newId('business'))
  await join(sam, scope)
  await join(other, scope)
  const { body } = await booking.call(api.listStaff, { params: { businessId: scope } }, { as: owner })
  expect(body.items).toMatchObject([{ id: staffId, personId: sam, version: 2 }])
  const logins = (await booking.published(staffChanged)).map(({ data }) => data.personId)
  expect(logins).toEqual([undefined, sam])
})

test('whose login a calendar is, is published with each change of it, and again on a replay', async () => {
  await using booking = await startBooking()
  const { businessId, owner } = booking
  const staffId = await booking.addStaff('Sam')
  const change = (personId: Id<'person'> | null, version: number) =>
    booking.call(
      api.changeStaff,
      { params: { businessId, staffId }, body: { personId } },
      { as: owner, headers: { 'if-match': `"${version}"` } },
    )
  const sam = newId('person')
  await change(sam, 1)
  const logins = async () => (await booking.published(staffChanged)).map(({ data }) => data.personId)
  expect(await logins()).toEqual([undefined, sam])
  await booking.service.replay()
  expect(await logins()).toEqual([undefined, sam, sam])
  await change(null, 2)
  expect((await logins()).at(-1)).toBeUndefined()
})

test('an unpublished business does not exist for strangers, and does for its members', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  await booking.changeBusiness({ status: 'suspended' })
  const params = { businessId: booking.businessId }
  for (const as of [undefined, booking.stranger]) {
    expect((await booking.call(api.listServices, { params }, { as })).status).toBe(404)
  }
  expect((await booking.call(api.listServices, { params }, { as: booking.staff })).body.items).toHaveLength(1)
  expect((await booking.book({ serviceId: service.id, start: nine })).status).toBe(404)
})

test('where nothing is offered nothing is counted', async () => {
  await using booking = await startBooking()
  const counts = () => booking.db.selectFrom('jobs').select('kind').where('key', '=', booking.businessId).execute()
  expect(await counts()).toEqual([])
  const sam = await booking.addStaff('Sam')
  await booking.advance('PT2S')
  expect(await counts()).toEqual([])
  await booking.addService({ staffIds: [sam] })
  expect(await counts()).toEqual([{ kind: 'booking.count-free-starts' }, { kind: 'booking.restart-far-count' }])
})
