import { sql } from 'kysely'
import { expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/booking/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { nine, startBooking, tally, type Running } from './support.ts'

const ten = '2026-03-23T16:00:00Z'
const at = (hour: number, minute = 0) => `2026-03-23T${hour}:${minute ? '30' : '00'}:00Z`
const rounds = 8
const move = (booking: Running, bookingId: Id<'booking'>, start: string, as: Id<'person'> = booking.owner) =>
  booking.call(api.rescheduleBooking, { params: { bookingId }, body: { start } }, { as })

async function startRaces() {
  const booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  await booking.openConnections(service.id)
  const book = async (start: string) => (await booking.book({ serviceId: service.id, start }, newId('person'))).body
  return { ...booking, cut: service, bookAt: book }
}

/** Each booking that holds time has exactly one live allocation, at its own time; nobody else has any. */
async function checkCalendars(booking: Running) {
  const rows = await booking.db
    .selectFrom('allocations')
    .innerJoin('bookings', 'bookings.id', 'allocations.booking_id')
    .where('allocations.live', '=', true)
    .select(['bookings.id', 'bookings.status', 'bookings.start_at', 'allocations.during'])
    .execute()
  for (const { status, start_at, during } of rows) {
    expect(['held', 'confirmed', 'completed']).toContain(status)
    expect(new Date(during.split(',')[0]?.replaceAll(/[["]/g, '') ?? '').toISOString()).toBe(
      new Date(start_at.epochMilliseconds).toISOString(),
    )
  }
  const live = await booking.db
    .selectFrom('bookings')
    .select('id')
    .where('status', 'in', ['held', 'confirmed'])
    .where('group_session_id', 'is', null)
    .execute()
  expect(rows.map(({ id }) => id).toSorted()).toEqual(live.map(({ id }) => id).toSorted())
}

test('two bookings that change places at once both keep a time, and neither waits for the other for ever', async () => {
  await using booking = await startRaces()
  for (let round = 0; round < rounds; round++) {
    const [one, two] = [await booking.bookAt(nine), await booking.bookAt(ten)]
    const responses = await Promise.all([move(booking, one.id, ten), move(booking, two.id, nine)])
    expect(responses.every(({ status }) => status === 200 || status === 409)).toBe(true)
    await checkCalendars(booking)
    await Promise.all([one, two].map(({ id }) => booking.cancel(id, booking.owner)))
  }
})

test('of a move and a booking for the same time, one gets it', async () => {
  await using booking = await startRaces()
  for (let round = 0; round < rounds; round++) {
    const made = await booking.bookAt(nine)
    const [moved, other] = await Promise.all([
      move(booking, made.id, ten),
      booking.book({ serviceId: booking.cut.id, start: ten }, booking.stranger),
    ])
    expect(tally([moved, other])).toEqual(moved.status === 200 ? { 200: 1, 409: 1 } : { 201: 1, 409: 1 })
    await checkCalendars(booking)
    await booking.cancel(made.id, booking.owner)
    if (other.status === 201) await booking.cancel(other.body.id, booking.owner)
  }
})

test('of a move and a cancellation, in whatever order, the booking ends cancelled and holds no time', async () => {
  await using booking = await startRaces()
  for (let round = 0; round < rounds; round++) {
    const made = await booking.bookAt(nine)
    const [moved, cancelled] = await Promise.all([move(booking, made.id, ten), booking.cancel(made.id, booking.owner)])
    expect(cancelled.status).toBe(200)
    expect([200, 409]).toContain(moved.status)
    await checkCalendars(booking)
  }
})

test('of a move and a completion one comes first: what is completed is not moved, what was moved ahead is not completed', async () => {
  await using booking = await startRaces()
  await booking.advance('P3DT6H') // 14:00 UTC of the day
  const made = await booking.bookAt(nine)
  await booking.advance('PT1H')
  const [moved, completed] = await Promise.all([
    move(booking, made.id, ten),
    booking.call(api.completeBooking, { params: { bookingId: made.id } }, { as: booking.owner }),
  ])
  expect(tally([moved, completed])).toEqual({ 200: 1, 409: 1 })
  const { body } = await booking.read(made.id)
  expect(body.status).toBe(moved.status === 200 ? 'confirmed' : 'completed')
})

test('of a move and a block of the same time, the block takes what the move did not, and names what was moved there', async () => {
  await using booking = await startRaces()
  const staffId = booking.cut.staffIds[0] as Id<'staff'>
  for (let round = 0; round < rounds; round++) {
    const made = await booking.bookAt(nine)
    const [moved, block] = await Promise.all([
      move(booking, made.id, ten),
      booking.blockTime({ staffId, start: ten, end: at(16, 30) }),
    ])
    const isMoved = moved.status === 200
    expect([moved.status, block.status]).toEqual([isMoved ? 200 : 409, 201])
    expect(block.body.overlapping.map(({ id }) => id)).toEqual(isMoved ? [made.id] : [])
    await checkCalendars(booking)
    await booking.cancel(made.id, booking.owner)
    await booking.call(api.unblockTime, { params: { businessId: booking.businessId, blockId: block.body.id } }, { as: booking.owner }) // prettier-ignore
  }
})

test('a move takes the time of a hold that has expired, and never that of one that is being paid', async () => {
  await using booking = await startRaces()
  await booking.setChargesEnabled(true)
  const staffIds = booking.cut.staffIds
  const paid = await booking.addService({ staffIds, payment: 'online' })
  for (let round = 0; round < 4; round++) {
    const made = await booking.bookAt(nine)
    const { body: held } = await booking.book({ serviceId: paid.id, start: ten }, newId('person'))
    expect((await move(booking, made.id, ten)).status).toBe(409)
    await booking.db
      .updateTable('bookings')
      .set({ hold_expires_at: booking.clock() })
      .where('id', '=', held.id)
      .execute()
    await booking.db.updateTable('allocations').set({ expires_at: booking.clock() }).where('booking_id', '=', held.id).execute() // prettier-ignore
    const [moved] = await Promise.all([move(booking, made.id, ten), booking.pay(held)])
    const { body: after } = await booking.read(held.id)
    expect([200, 409]).toContain(moved.status)
    expect(after.status).toBe(moved.status === 200 ? 'expired' : 'confirmed')
    await checkCalendars(booking)
    await Promise.all([made, held].map(({ id }) => booking.cancel(id, booking.owner)))
  }
})

test('twenty moves of one booking at once leave it at one of their times, a version on for each that moved it', async () => {
  await using booking = await startRaces()
  const made = await booking.bookAt(nine)
  const starts = Array.from({ length: 20 }, (_, n) => at(15 + Math.floor((n % 14) / 2), n % 2))
  const responses = await Promise.all(starts.map((start) => move(booking, made.id, start)))
  expect(tally(responses)).toEqual({ 200: 20 })
  const { body } = await booking.read(made.id)
  expect(starts).toContain(body.start)
  const events = (await booking.eventTypes(made.id)).filter((type) => type === 'booking.rescheduled.v1')
  expect(body.version).toBe(1 + events.length)
  await checkCalendars(booking)
})

test('many bookings with rooms of a pool that move among themselves while others book: no deadlock, nothing twice', async () => {
  await using booking = await startBooking()
  const staffIds = [await booking.addStaff('Sam'), await booking.addStaff('Kim'), await booking.addStaff('Lee')]
  const resourceIds = [await booking.addResource('One', 'rooms'), await booking.addResource('Two', 'rooms')]
  const service = await booking.addService({ staffIds, resourceIds, durationMinutes: 60, stepMinutes: 30 })
  await booking.openConnections(service.id)
  const made = await Promise.all(
    [15, 17, 19, 21].map((hour) => booking.book({ serviceId: service.id, start: at(hour) }, newId('person'))),
  )
  for (let round = 0; round < 6; round++) {
    const starts = [at(15), at(15, 30), at(16), at(16, 30)]
    const responses = await Promise.all([
      ...made.map(({ body }, n) => move(booking, body.id, starts[(n + round) % 4] ?? nine)),
      ...starts.map((start) => booking.book({ serviceId: service.id, start }, newId('person'))),
    ])
    expect(responses.every(({ status }) => [200, 201, 409].includes(status))).toBe(true)
    const rows = await booking.db.selectFrom('bookings').select('id').where('status', '=', 'confirmed').execute()
    const taken = await booking.db.selectFrom('allocations').select('id').where('live', '=', true).execute()
    expect(taken).toHaveLength(rows.length * 2)
    for (const { body, status } of responses) if (status === 201) await booking.cancel(body.id, booking.owner)
  }
})

const agreedPrice = { amount: 6000, currency: 'USD' as const }

/** Paid online at 45.00 for nine o'clock; by now the service costs 60.00. */
async function startPaidRaces() {
  const booking = await startRaces()
  await booking.setChargesEnabled(true)
  const policy = { freeUntilHours: 0, lateRefundShare: 0, noShowRefundShare: 0 }
  const { staffIds } = booking.cut
  const terms = { payment: 'online', durationMinutes: 60, stepMinutes: 30, policy } as const
  const pricier = await booking.addService({ staffIds, ...terms })
  let version = 1
  const bookPaid = async () => {
    await booking.changeService(pricier.id, version++, { price: { amount: 4500, currency: 'USD' } })
    const { body } = await booking.book({ serviceId: pricier.id, start: nine }, booking.consumer)
    await booking.pay(body)
    await booking.changeService(pricier.id, version++, { price: agreedPrice })
    return body
  }
  const hold = (bookingId: Id<'booking'>, start = ten) =>
    booking.call(
      api.rescheduleBooking,
      { params: { bookingId }, body: { start, agreedPrice } },
      { as: booking.consumer },
    )
  return { ...booking, bookPaid, hold }
}

/** Whoever holds a second time has that too, and nobody else has more than their own. */
async function checkHeld({ db, clock }: Running, bookingId: Id<'booking'>) {
  const row = await db.selectFrom('bookings').select(['status', 'held_move']).where('id', '=', bookingId).executeTakeFirstOrThrow() // prettier-ignore
  const live = await db.selectFrom('allocations').select(['expires_at']).where('booking_id', '=', bookingId).where('live', '=', true).execute() // prettier-ignore
  const held = live.filter(({ expires_at }) => expires_at !== null)
  expect(live.length - held.length).toBe(row.status === 'cancelled' ? 0 : 1)
  expect(held.length > 0).toBe(row.held_move !== null)
  for (const { expires_at } of held) expect(expires_at?.epochMilliseconds).toBeGreaterThan(clock().epochMilliseconds)
}

test('of a held move and a booking for the same time, one gets it, and the old time stands', async () => {
  await using booking = await startPaidRaces()
  for (let round = 0; round < 4; round++) {
    const made = await booking.bookPaid()
    const start = round % 2 ? at(15, 30) : ten // half of it over itself
    const [held, other] = await Promise.all([
      booking.hold(made.id, start),
      booking.book({ serviceId: booking.cut.id, start: ten }, newId('person')),
    ])
    expect(tally([held, other])).toEqual(held.status === 200 ? { 200: 1, 409: 1 } : { 201: 1, 409: 1 })
    expect((await booking.read(made.id)).body).toMatchObject({ status: 'confirmed', start: nine })
    await checkHeld(booking, made.id)
    for (const { id } of [made, ...(other.status === 201 ? [other.body] : [])]) await booking.cancel(id, booking.owner)
  }
})

/** Pays the difference and does something else at the same moment. */
async function race(booking: Awaited<ReturnType<typeof startPaidRaces>>, act: (id: Id<'booking'>) => Promise<unknown>) {
  const made = await booking.bookPaid()
  const { body: held } = await booking.hold(made.id)
  await Promise.all([booking.payDifference(held), act(made.id)])
  const { body } = await booking.read(made.id)
  expect(body).not.toHaveProperty('heldMove')
  await checkHeld(booking, made.id)
  const types = await booking.eventTypes(made.id)
  if (body.status !== 'cancelled') await booking.cancel(made.id, booking.owner)
  return { body, outcomes: types.filter((type) => /rescheduled|unusable/.test(type)) }
}

test('of the payment of a difference and a cancellation, in whatever order, the booking ends cancelled and holds no time', async () => {
  await using booking = await startPaidRaces()
  for (let round = 0; round < 3; round++) {
    const { body } = await race(booking, (id) => booking.cancel(id, booking.owner))
    expect(body.status).toBe('cancelled')
  }
})

test('of the payment of a difference and the end of the hold one comes first: the new time, or the old one and unusable money', async () => {
  await using booking = await startPaidRaces()
  for (let round = 0; round < 3; round++) {
    const { body, outcomes } = await race(booking, () => booking.advance('PT10M'))
    expect(outcomes).toEqual([body.start === ten ? 'booking.rescheduled.v1' : 'booking.payment-unusable.v1'])
  }
})

test('of the payment of a difference and a move by the business, the booking has the time of the business', async () => {
  await using booking = await startPaidRaces()
  for (let round = 0; round < 3; round++) {
    const { body } = await race(booking, (id) => move(booking, id, at(17)))
    expect(body.start).toBe(at(17))
  }
})

test('of a held move and a block of the same time, the block takes what is not held, and all of it when the hold ends', async () => {
  await using booking = await startPaidRaces()
  const staffId = booking.cut.staffIds[0] as Id<'staff'>
  for (let round = 0; round < 3; round++) {
    const made = await booking.bookPaid()
    const [held, block] = await Promise.all([
      booking.hold(made.id),
      booking.blockTime({ staffId, start: ten, end: at(17) }),
    ])
    expect([200, 409]).toContain(held.status)
    expect(block.status).toBe(201)
    await checkHeld(booking, made.id)
    await booking.cancel(made.id, booking.owner)
    const { rows } = await sql<{ whole: boolean }>`
      select range_agg(during) @> tstzrange(${ten}::timestamptz, ${at(17)}::timestamptz) as whole
      from allocations where block_id = ${block.body.id} and live`.execute(booking.db)
    expect(rows).toEqual([{ whole: true }])
    await booking.call(api.unblockTime, { params: { businessId: booking.businessId, blockId: block.body.id } }, { as: booking.owner }) // prettier-ignore
  }
})

test('of the payment of a difference and a completion at the old time one comes first, and nothing stays held', async () => {
  await using booking = await startPaidRaces()
  const made = await booking.bookPaid()
  await booking.advance('P3DT6H55M') // five minutes before
  const { body: held } = await booking.hold(made.id)
  await booking.advance('PT6M')
  const complete = () => booking.call(api.completeBooking, { params: { bookingId: made.id } }, { as: booking.owner })
  await Promise.all([complete(), booking.payDifference(held)])
  const { body } = await booking.read(made.id)
  expect(body).not.toHaveProperty('heldMove')
  expect([body.status, body.start]).toEqual(body.start === ten ? ['confirmed', ten] : ['completed', nine])
  await checkHeld(booking, made.id)
})
