import { expect, test } from 'vitest'
import { personErased } from '@buy-locals/contracts/auth/events'
import {
  bookingComplaintDecided,
  bookingComplaintFiled,
  bookingComplaintReplied,
} from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/booking/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { nine, startBooking, type Running } from './support.ts'

/** Paid, and nobody was there. */
async function startComplaint() {
  const booking = await startBooking()
  await booking.setChargesEnabled(true)
  const service = await booking.addService({ payment: 'online' })
  const { body: held } = await booking.book({ serviceId: service.id, start: nine })
  await booking.pay(held)
  await booking.advance('P3DT8H')
  return Object.assign(booking, { id: held.id })
}
const reply = (booking: Running, id: Id<'booking'>, offeredShare?: number, as: Id<'person'> = booking.owner) =>
  booking.call(
    api.replyToComplaint,
    { params: { bookingId: id }, body: { text: 'Our alarm failed', ...(offeredShare && { offeredShare }) } },
    { as },
  )
const accept = (booking: Running, id: Id<'booking'>, offeredShare: number, as: Id<'person'> = booking.consumer) =>
  booking.call(api.acceptRefund, { params: { bookingId: id }, body: { offeredShare } }, { as })

test('a customer says before the visit is completed that nobody was there, and both sides are read by both and by the operator', async () => {
  await using booking = await startComplaint()
  const { id } = booking
  expect((await booking.complain(id, booking.consumer, 'Nobody was there')).body.status).toBe('confirmed')
  expect((await reply(booking, id)).status).toBe(200)
  const texts = { text: 'Nobody was there', reply: 'Our alarm failed' }
  for (const reader of [booking.consumer, booking.owner, booking.operator])
    expect((await booking.read(id, reader)).body.complaint).toMatchObject(texts)
  const { marketId, operator } = booking
  const { body } = await booking.call(api.listComplaints, { params: { marketId }, query: {} }, { as: operator })
  expect(body.items).toMatchObject([{ id, complaintText: texts.text, complaintReply: texts.reply }])
})

test('an offer that the customer accepts ends the complaint with exactly that refund', async () => {
  await using booking = await startComplaint()
  const { id } = booking
  await booking.complain(id, booking.consumer)
  await reply(booking, id, 2500)
  expect((await reply(booking, id, 4000)).body.offeredShare).toBe(4000)
  expect((await accept(booking, id, 2500)).problem?.code).toBe('booking/wrong-state')
  expect((await accept(booking, id, 4000)).body).toMatchObject({ complaintDecision: 'refunded', refundShare: 4000 })
  const [decided] = await booking.published(bookingComplaintDecided)
  expect(decided?.data).toMatchObject({ id, refundShare: 4000 })
  expect((await reply(booking, id, 9000)).status).toBe(409)
  expect((await accept(booking, id, 4000)).status).toBe(409)
})

test('without an offer there is nothing to accept, and without a complaint nothing to answer', async () => {
  await using booking = await startComplaint()
  const { id } = booking
  expect((await reply(booking, id, 5000)).status).toBe(409)
  await booking.complain(id, booking.consumer)
  await reply(booking, id)
  expect((await accept(booking, id, 10_000)).status).toBe(409)
})

test('staff do not offer the money of the business, the business does not accept for the customer, and a stranger learns nothing', async () => {
  await using booking = await startComplaint()
  const { id } = booking
  await booking.complain(id, booking.consumer)
  expect((await reply(booking, id, 5000, booking.staff)).status).toBe(403)
  expect((await reply(booking, id, 5000, booking.consumer)).status).toBe(403)
  expect((await reply(booking, id, 5000, booking.stranger)).status).toBe(404)
  await reply(booking, id, 5000)
  expect((await accept(booking, id, 5000, booking.owner)).status).toBe(403)
  expect((await accept(booking, id, 5000, booking.stranger)).status).toBe(404)
})

test('of the complaints of a market the one that is due first is listed first, from page to page too', async () => {
  await using booking = await startBooking()
  const service = await booking.addService()
  const book = async (start: string) => (await booking.book({ serviceId: service.id, start })).body.id
  const [older, newer, last] = [
    await book(nine),
    await book('2026-03-23T16:00:00Z'),
    await book('2026-03-23T17:00:00Z'),
  ]
  await booking.advance('P3DT12H')
  for (const id of [newer, older, last]) {
    expect((await booking.complain(id, booking.consumer)).status).toBe(200)
    await booking.advance('PT1H')
  }
  const { marketId, operator } = booking
  const list = async (cursor?: string) => {
    const query = { limit: 1, ...(cursor && { cursor }) }
    return (await booking.call(api.listComplaints, { params: { marketId }, query }, { as: operator })).body
  }
  const first = await list()
  const second = await list(first.nextCursor)
  const third = await list(second.nextCursor)
  expect([first, second, third].map(({ items }) => items.map(({ id }) => id))).toEqual([[newer], [older], [last]])
  expect(third.nextCursor).toBeUndefined()
})

test('of an erased customer the operator decides what was offered, and nothing reads as if they had accepted it', async () => {
  await using booking = await startComplaint()
  const { id, consumer } = booking
  await booking.complain(id, consumer)
  await reply(booking, id, 4000)
  await booking.deliver(personErased, consumer, 2, { personId: consumer, keepReviews: false, version: 2 })
  const body = { outcome: 'refunded', refundShare: 4000, reason: 'The shop agrees' } as const
  const decided = await booking.call(api.decideComplaint, { params: { bookingId: id }, body }, { as: booking.operator })
  expect(decided.status).toBe(200)
  const [event] = await booking.published(bookingComplaintDecided)
  expect(event?.data).toMatchObject({ id, complaintDecision: 'refunded', refundShare: 4000 })
  expect(event?.data).not.toHaveProperty('offeredShare')
  expect(event?.data).not.toHaveProperty('reason')
})

test('complaints that wait are published again by the job of a migration, as they are, and no others', async () => {
  await using booking = await startComplaint()
  const { id, db, clock, consumer } = booking
  const row = { kind: 'booking.publish-complaints', run_at: clock(), payload: '{}', attempts: 0, leased_until: null, last_error: null } // prettier-ignore
  const publish = async (key: string) => {
    await db
      .insertInto('jobs')
      .values({ ...row, id: newId('job'), key })
      .execute()
    await booking.advance('PT1S')
  }
  const versions = async () => ({
    filed: (await booking.published(bookingComplaintFiled)).map(({ sequence }) => sequence),
    replied: (await booking.published(bookingComplaintReplied)).map(({ sequence }) => sequence),
  })
  await publish('before it')
  expect(await versions()).toEqual({ filed: [], replied: [] })
  const { version } = (await booking.complain(id, consumer)).body
  await publish('filed')
  expect(await versions()).toEqual({ filed: [version, version], replied: [] })
  await reply(booking, id, 4000)
  await publish('replied')
  expect(await versions()).toEqual({ filed: [version, version], replied: [version + 1, version + 1] })
  await accept(booking, id, 4000)
  await publish('decided')
  expect((await versions()).replied).toHaveLength(2)
})
