import { sql } from 'kysely'
import { expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { newId } from '@buy-locals/values/ids'
import { startBooking } from './support.ts'

test('everybody books, pays, cancels, blocks and lets holds expire at once: nothing breaks, overlaps or is miscounted', async () => {
  await using booking = await startBooking({ holdMinutes: 1 })
  await booking.setChargesEnabled(true)
  const [sam, kim] = [await booking.addStaff('Sam'), await booking.addStaff('Kim')]
  const rooms = [await booking.addResource('Room 1', 'rooms'), await booking.addResource('Room 2', 'rooms')]
  const services = [
    await booking.addService({ staffIds: [sam, kim], payment: 'online' }),
    await booking.addService({ staffIds: [kim, sam], resourceIds: rooms, durationMinutes: 60 }),
    await booking.addService({ staffIds: [sam, kim], capacity: 3, payment: 'online', bufferAfterMinutes: 15 }),
    await booking.addService({ resourceIds: rooms, capacity: 4 }),
  ]
  let seed = 7
  const below = (count: number) => (seed = (seed * 48_271) % 2_147_483_647) % count
  const made: Booking[] = []
  const statuses = new Set<number>()
  const start = () => `2026-03-23T${15 + below(3)}:${['00', '15', '30'][below(3)]}:00Z`
  const acts = [
    async () => {
      const response = await booking.book(
        { serviceId: services[below(4)]?.id ?? 'svc_', start: start() },
        newId('person'),
      )
      statuses.add(response.status)
      if (response.status === 201) made.push(response.body)
    },
    async () => {
      const bookingId = made[below(made.length || 1)]?.id ?? newId('booking')
      statuses.add((await booking.cancel(bookingId, booking.owner)).status)
    },
    async () => {
      const held = made[below(made.length || 1)]
      if (held?.payment === 'online') await booking.pay(held)
    },
    async () => {
      const body = { staffId: below(2) ? sam : kim, start: start(), end: '2026-03-23T18:00:00Z' }
      const response = await booking.blockTime(body)
      statuses.add(response.status)
      if (response.status !== 201) return
      const params = { businessId: booking.businessId, blockId: response.body.id }
      statuses.add((await booking.call(api.unblockTime, { params }, { as: booking.staff })).status)
    },
  ]
  const act = async () => acts[[0, 0, 0, 1, 2, 3][below(6)] ?? 0]?.()
  for (let round = 0; round < 6; round++) {
    await Promise.all(Array.from({ length: 40 }, () => act()))
    await booking.advance('PT31S')
  }
  expect([...statuses].toSorted((a, b) => a - b)).toEqual([200, 201, 204, 404, 409])
  const wrong = await sql`
    select o.id from group_sessions o left join bookings b on b.group_session_id = o.id and b.status in ('held', 'confirmed')
      group by o.id having o.seats_taken <> coalesce(sum(b.party_size), 0) or o.live <> (o.seats_taken > 0)
    union all select b.id from bookings b where b.group_session_id is null and (b.status in ('held', 'confirmed')) <>
      exists (select from allocations a where a.booking_id = b.id and a.live)
    union all select a.calendar_id from allocations a join allocations b on a.id < b.id and a.live and b.live
      and a.calendar_id = b.calendar_id and a.during && b.during`.execute(booking.db)
  expect(wrong.rows).toEqual([])
  expect(made.length).toBeGreaterThan(10)
})
