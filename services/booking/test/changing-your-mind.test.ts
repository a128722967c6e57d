import { expect, test } from 'vitest'
import { bookingCompleted } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/booking/operations'
import { bookingCancelled } from '@buy-locals/contracts/booking/events'
import type { Id } from '@buy-locals/values/ids'
import { nine, startBooking, tally, type Running } from './support.ts'

const policy = { freeUntilHours: 24, lateRefundShare: 5_000, noShowRefundShare: 1_000 }

async function booked(booking: Running, start = nine) {
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')], policy })
  const { body } = await booking.book({ serviceId: service.id, start })
  return { service, id: body.id }
}
const cancel = (booking: Running, bookingId: Id<'booking'>, as: Id<'person'>) => booking.cancel(bookingId, as, 'A cold')
const complete = (booking: Running, bookingId: Id<'booking'>, as: Id<'person'>) =>
  booking.call(api.completeBooking, { params: { bookingId } }, { as })
const noShow = (booking: Running, bookingId: Id<'booking'>) =>
  booking.call(api.markNoShow, { params: { bookingId } }, { as: booking.staff })
/** At the counter, for the time that is running. */
const enterLate = (booking: Running, serviceId: Id<'service'>) => {
  const body = { serviceId, start: nine, customer: { name: 'Grace' }, override: { minNotice: true, hours: true } }
  return booking.call(api.bookForCustomer, { params: { businessId: booking.businessId }, body }, { as: booking.staff })
}

test('cancelling with exactly a day of notice refunds everything, and the time can be booked again', async () => {
  await using booking = await startBooking({ now: '2026-03-22T15:00:00Z' })
  const { id, service } = await booked(booking)
  const { body } = await cancel(booking, id, booking.consumer)
  expect(body).toMatchObject({ status: 'cancelled', cancelledBy: 'consumer', refundShare: 10_000, reason: 'A cold' })
  expect((await booking.book({ serviceId: service.id, start: nine }, booking.stranger)).status).toBe(201)
  const [published] = await booking.published(bookingCancelled)
  expect(published?.data.refundShare).toBe(10_000)
})

test('a second later the share for late cancelling is refunded', async () => {
  await using booking = await startBooking({ now: '2026-03-22T15:00:01Z' })
  const { id } = await booked(booking)
  expect((await cancel(booking, id, booking.consumer)).body.refundShare).toBe(5_000)
})

test('a day of notice is 24 hours, also when the clocks change in between', async () => {
  await using booking = await startBooking({ now: '2026-03-07T16:00:00Z' })
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')], policy })
  // Clocks in Boise go forward on 8 March: nine o'clock is 15:00 UTC there, and was 16:00 the day before.
  const { body } = await booking.book({ serviceId: service.id, start: '2026-03-08T15:00:00Z' })
  expect(body.localStart).toBe('2026-03-08T09:00')
  expect((await cancel(booking, body.id, booking.consumer)).body.refundShare).toBe(5_000)
})

test('a business that cancels refunds everything, however late', async () => {
  await using booking = await startBooking({ now: '2026-03-23T14:59:00Z' })
  const { id } = await booked(booking)
  await booking.advance('PT10M')
  expect((await cancel(booking, id, booking.staff)).body).toMatchObject({
    cancelledBy: 'business',
    refundShare: 10_000,
  })
})

test('a consumer cannot cancel after the start', async () => {
  await using booking = await startBooking()
  const { id } = await booked(booking)
  await booking.advance('P3DT7H')
  expect((await cancel(booking, id, booking.consumer)).problem).toMatchObject({
    type: 'booking/outside-policy',
    rule: 'started',
  })
})

test('a completed booking cannot be cancelled, and no booking is cancelled twice', async () => {
  await using booking = await startBooking()
  const { id } = await booked(booking)
  await booking.advance('P3DT8H')
  await complete(booking, id, booking.owner)
  expect((await cancel(booking, id, booking.owner)).problem?.type).toBe('booking/wrong-state')
  const { id: other } = await booked(booking).then(
    async ({ service }) => (await booking.book({ serviceId: service.id, start: '2026-03-25T15:00:00Z' })).body,
  )
  const responses = await Promise.all([cancel(booking, other, booking.consumer), cancel(booking, other, booking.owner)])
  expect(tally(responses)).toEqual({ 200: 1, 409: 1 })
})

test('no booking is completed or a no-show before its start; from the start on it can be', async () => {
  await using booking = await startBooking()
  const { id } = await booked(booking)
  await booking.advance('P3DT6H59M59S')
  expect((await complete(booking, id, booking.owner)).problem?.type).toBe('booking/not-started')
  expect((await noShow(booking, id)).problem?.type).toBe('booking/not-started')
  await booking.advance('PT1S')
  expect((await complete(booking, id, booking.owner)).body).toMatchObject({ status: 'completed', completedAt: nine })
  expect((await complete(booking, id, booking.owner)).problem?.type).toBe('booking/wrong-state')
})

test('a completed booking keeps its time until its end', async () => {
  await using booking = await startBooking()
  const { id, service } = await booked(booking)
  await booking.advance('P3DT7H')
  await complete(booking, id, booking.owner)
  expect((await enterLate(booking, service.id)).status).toBe(409)
})

test('a no-show refunds what the policy said, and releases the time', async () => {
  await using booking = await startBooking()
  const { id, service } = await booked(booking)
  await booking.advance('P3DT7H')
  expect((await noShow(booking, id)).body).toMatchObject({ status: 'no-show', refundShare: 1_000 })
  expect((await enterLate(booking, service.id)).status).toBe(201)
})

test('a booking is completed automatically a day after its end, not before', async () => {
  await using booking = await startBooking()
  const { id } = await booked(booking)
  await booking.advance('P4DT7H29M59S')
  expect((await booking.read(id)).body.status).toBe('confirmed')
  await booking.advance('PT1S')
  expect((await booking.read(id)).body).toMatchObject({ status: 'completed', completedAt: '2026-03-24T15:30:00Z' })
})

test('a no-show is undone by the business: the booking is confirmed again, with its time, and is completed later', async () => {
  await using booking = await startBooking()
  const { id, service } = await booked(booking)
  await booking.advance('P3DT7H')
  await noShow(booking, id)
  const reopen = (as: Id<'person'>) => booking.call(api.reopenBooking, { params: { bookingId: id } }, { as })
  expect((await reopen(booking.stranger)).status).toBe(404)
  expect((await reopen(booking.consumer)).status).toBe(403)
  const undone = await reopen(booking.staff)
  expect(undone.body).toMatchObject({ status: 'confirmed' })
  expect(undone.body).not.toHaveProperty('refundShare')
  expect((await reopen(booking.staff)).problem?.type).toBe('booking/wrong-state')
  expect((await enterLate(booking, service.id)).status).toBe(409)
  await booking.advance('P2DT1H')
  expect((await booking.read(id)).body).toMatchObject({ status: 'completed' })
  expect(await booking.eventTypes(id)).toContain('booking.reopened.v1')
})

test('a no-show whose time has gone to somebody else is not undone while that visit lasts', async () => {
  await using booking = await startBooking()
  const { id, service } = await booked(booking)
  await booking.advance('P3DT7H')
  await noShow(booking, id)
  expect((await enterLate(booking, service.id)).status).toBe(201)
  const reopen = () => booking.call(api.reopenBooking, { params: { bookingId: id } }, { as: booking.owner })
  expect((await reopen()).problem?.type).toBe('booking/slot-taken')
  expect((await booking.read(id)).body.status).toBe('no-show')
  await booking.advance('PT30M')
  expect((await reopen()).body.status).toBe('confirmed')
})

test('in a class that is over no-shows are marked, undone and marked again, and nobody else of it is touched', async () => {
  await using booking = await startBooking()
  const yoga = await booking.addService({ staffIds: [await booking.addStaff('Sam')], capacity: 4, policy })
  const { body: first } = await booking.book({ serviceId: yoga.id, start: nine })
  const { body: second } = await booking.book({ serviceId: yoga.id, start: nine }, booking.stranger)
  await booking.advance('P3DT9H')
  expect((await noShow(booking, first.id)).status).toBe(200)
  expect((await booking.call(api.reopenBooking, { params: { bookingId: first.id } }, { as: booking.staff })).status).toBe(200) // prettier-ignore
  expect((await noShow(booking, first.id)).status).toBe(200)
  expect((await noShow(booking, second.id)).status).toBe(200)
})

test('a no-show becomes final when the complaint window ends, and a complaint before that stops it', async () => {
  await using booking = await startBooking()
  const [first, second] = [await booked(booking), await booked(booking, '2026-03-23T16:00:00Z')]
  await booking.advance('P3DT8H30M')
  await noShow(booking, first.id)
  await noShow(booking, second.id)
  expect((await booking.complain(second.id, booking.consumer, 'I was there')).status).toBe(200)
  await booking.advance('PT48H')
  expect((await booking.eventTypes(first.id)).at(-1)).toBe('booking.finalized.v1')
  expect((await booking.eventTypes(second.id)).at(-1)).toBe('booking.complaint-filed.v1')
  const late = await booking.call(api.reopenBooking, { params: { bookingId: first.id } }, { as: booking.owner })
  expect(late.problem).toMatchObject({ type: 'booking/outside-policy', rule: 'complaint-window' })
})

test('a complaint can be filed while the complaint window is open, and the operator decides it once', async () => {
  await using booking = await startBooking()
  const { id } = await booked(booking)
  const complain = (as: Id<'person'>) => booking.complain(id, as)
  const decide = (as: Id<'person'>) =>
    booking.call(
      api.decideComplaint,
      { params: { bookingId: id }, body: { outcome: 'refunded', refundShare: 4_000, reason: 'A photo' } },
      { as },
    )
  expect((await complain(booking.consumer)).problem?.type).toBe('booking/not-started')
  await booking.advance('P3DT7H30M')
  await complete(booking, id, booking.owner)
  expect((await decide(booking.operator)).problem?.type).toBe('booking/wrong-state')
  await booking.advance('PT47H59M59S')
  expect((await complain(booking.owner)).status).toBe(403)
  expect((await complain(booking.stranger)).status).toBe(404)
  expect((await complain(booking.consumer)).body.complainedAt).toBe('2026-03-25T15:29:59Z')
  const waiting = () =>
    booking.call(api.listComplaints, { params: { marketId: booking.marketId } }, { as: booking.operator })
  expect((await waiting()).body.items).toMatchObject([
    { id, complaintText: 'One ear is longer', businessName: 'Clip Joint', customer: { name: '–' } },
  ])
  for (const [person, status] of [
    [booking.stranger, 404],
    [booking.consumer, 403],
    [booking.owner, 403],
    [booking.operator, 200],
  ] as const) {
    expect((await decide(person)).status).toBe(status)
  }
  expect((await waiting()).body.items).toEqual([])
  expect((await booking.read(id)).body).toMatchObject({ complaintDecision: 'refunded', refundShare: 4_000 })
  expect((await decide(booking.operator)).problem?.type).toBe('booking/wrong-state')
  expect((await booking.eventTypes(id)).slice(-3)).toEqual([
    'booking.completed.v1',
    'booking.complaint-filed.v1',
    'booking.complaint-decided.v1',
  ])
})

test('when the complaint window has closed, no complaint can be filed', async () => {
  await using booking = await startBooking()
  const { id } = await booked(booking)
  await booking.advance('P3DT7H30M')
  await complete(booking, id, booking.owner)
  await booking.advance('PT48H')
  const late = await booking.complain(id, booking.consumer)
  expect(late.problem).toMatchObject({ type: 'booking/outside-policy', rule: 'complaint-window' })
})

test('of a complaint filed at the moment of the release and that release, one is refused', async () => {
  await using booking = await startBooking()
  const { id } = await booked(booking)
  await booking.advance('P3DT7H30M')
  await complete(booking, id, booking.owner)
  await booking.setComplaintHours(0)
  await booking.advance('PT47H59M59S')
  expect(await booking.eventTypes(id)).not.toContain('booking.finalized.v1')
  const [{ status }] = await Promise.all([booking.complain(id, booking.consumer), booking.advance('PT1S')])
  const last = (await booking.eventTypes(id)).slice(-1)
  expect([status, last]).toEqual(
    status === 200 ? [200, ['booking.complaint-filed.v1']] : [422, ['booking.finalized.v1']],
  )
})

test('the complaint window is fixed at completion: a later change of the market neither opens nor closes it', async () => {
  await using booking = await startBooking()
  const { id } = await booked(booking)
  await booking.advance('P3DT7H30M')
  await booking.setComplaintHours(0)
  await complete(booking, id, booking.owner)
  const [done] = await booking.published(bookingCompleted)
  expect(done?.data).toMatchObject({ isFinal: true, complaintsEndAt: '2026-03-23T15:30:00Z' })
  await booking.setComplaintHours(48)
  const late = await booking.complain(id, booking.consumer)
  expect(late.problem).toMatchObject({ type: 'booking/outside-policy', rule: 'complaint-window' })
})

test('every change of a booking is audited with who made it', async () => {
  await using booking = await startBooking()
  const { id } = await booked(booking)
  await cancel(booking, id, booking.owner)
  const rows = await booking.db
    .selectFrom('audit')
    .select(['actor', 'action', 'reason'])
    .where('subject', '=', id)
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    { actor: booking.consumer, action: 'booking.confirmed.v1', reason: null },
    { actor: booking.owner, action: 'booking.cancelled.v1', reason: 'A cold' },
  ])
})
