import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { sessionMessageSent } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/booking/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { nine, startBooking, type Running } from './support.ts'

const message = (
  booking: Running,
  groupSessionId: Id<'groupSession'>,
  as: Id<'person'> = booking.staff,
  key: string = randomUUID(),
) =>
  booking.call(
    api.messageGroupSession,
    { params: { businessId: booking.businessId, groupSessionId }, body: { text: 'Bring a mat' } },
    { as, headers: { 'idempotency-key': key } },
  )

/** Two come, a third has cancelled. */
async function startClass(changes: Parameters<typeof startBooking>[0] = {}) {
  const booking = await startBooking(changes)
  const yoga = await booking.addService({ name: 'Yoga', capacity: 6, durationMinutes: 60 })
  const people = [booking.consumer, newId('person'), newId('person')]
  const made = await Promise.all(people.map((person) => booking.book({ serviceId: yoga.id, start: nine }, person)))
  await booking.cancel(made[2]?.body.id ?? newId('booking'), people[2] ?? booking.consumer)
  const query = { from: '2026-03-23', to: '2026-03-23' }
  const { businessId } = booking
  const { body } = await booking.call(
    api.listBusinessBookings,
    { params: { businessId }, query },
    { as: booking.owner },
  )
  const [sessionId] = body.items.flatMap(({ groupSessionId }) => groupSessionId ?? [])
  return Object.assign(booking, { sessionId: sessionId ?? newId('groupSession'), people })
}

test('a message goes to everybody who comes, and once however often it is sent', async () => {
  await using booking = await startClass()
  const { sessionId, people } = booking
  const key = randomUUID()
  expect((await message(booking, sessionId, booking.staff, key)).body).toEqual({ sent: 2 })
  expect((await message(booking, sessionId, booking.staff, key)).body).toEqual({ sent: 2 })
  const sent = await booking.published(sessionMessageSent)
  expect(sent.map(({ data }) => data.consumerId).toSorted()).toEqual(people.slice(0, 2).toSorted())
  expect(sent[0]?.data).toMatchObject({ text: 'Bring a mat', serviceName: 'Yoga', start: nine })
})

test('nobody else writes to them, and nobody floods them', async () => {
  await using booking = await startClass({ messagesPerSession: { points: 1, seconds: 60 } })
  const { sessionId } = booking
  expect((await message(booking, sessionId, booking.stranger)).status).toBe(404)
  expect((await message(booking, newId('groupSession'))).status).toBe(404)
  expect((await message(booking, sessionId)).status).toBe(200)
  expect((await message(booking, sessionId)).status).toBe(429)
})
