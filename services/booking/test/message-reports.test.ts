import { expect, test } from 'vitest'
import { personErased } from '@buy-locals/contracts/auth/events'
import { messageReportDecided, messageReported } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/booking/operations'
import type { ReportOutcome, ThreadSide } from '@buy-locals/contracts/booking/shapes'
import { newId, type Id } from '@buy-locals/values/ids'
import { nine, startBooking } from './support.ts'

type Caller = { as?: Id<'person'>; headers?: Record<string, string> }

/** The customer has written a message, the business another. */
async function startThread(changes: Parameters<typeof startBooking>[0] = {}) {
  const booking = await startBooking(changes)
  const { call, consumer, staff, operator, marketId } = booking
  const visit = await booking.addService()
  const { id } = (await booking.book({ serviceId: visit.id, start: nine })).body
  const send = (bookingId: Id<'booking'>, sentBy: ThreadSide, text: string, caller: Caller) =>
    call(api.sendMessage, { params: { bookingId }, body: { sentBy, text } }, caller)
  await send(id, 'consumer', 'You will be sorry', { as: consumer })
  await send(id, 'business', 'So will you', { as: staff })
  return Object.assign(booking, {
    ...{ id, visit, send },
    report: (number: number, caller: Caller, bookingId = id, reason = 'It is a threat') =>
      call(api.reportMessage, { params: { bookingId }, body: { number, reason } }, caller),
    list: (caller: Caller, bookingId = id) =>
      call(api.listMessages, { params: { bookingId }, query: {} }, caller).then(({ body }) => body.items.toReversed()),
    reports: (as: Id<'person'> = operator, query: { limit?: number; cursor?: string } = {}) =>
      call(api.listReportedMessages, { params: { marketId }, query }, { as }),
    decide: (reportId: Id<'messageReport'>, outcome: ReportOutcome, as: Id<'person'> = operator) =>
      call(api.decideMessageReport, { params: { reportId }, body: { outcome, reason: 'We say why.' } }, { as }),
  })
}

test('each side reports what the other wrote, and the operator reads it with the reason', async () => {
  await using booking = await startThread()
  const { id, consumer, staff, owner, businessId } = booking
  expect((await booking.report(1, { as: staff })).body).toMatchObject({ number: 1, isReported: true })
  expect((await booking.report(2, { as: consumer })).body).toMatchObject({ text: 'So will you', isReported: true })
  const { items } = (await booking.reports()).body
  expect(items).toMatchObject([
    {
      ...{ bookingId: id, businessId, businessName: 'Clip Joint', serviceName: 'Haircut', reason: 'It is a threat' },
      message: { number: 1, sentBy: 'consumer', text: 'You will be sorry' },
    },
    { message: { number: 2, sentBy: 'business', text: 'So will you' } },
  ])
  const first = (await booking.reports(booking.operator, { limit: 1 })).body
  expect(first.items.map(({ message }) => message.number)).toEqual([1])
  const rest = (await booking.reports(booking.operator, { limit: 1, cursor: first.nextCursor ?? '' })).body
  expect([rest.items.map(({ message }) => message.number), rest.nextCursor]).toEqual([[2], undefined])

  // Until the decision it stays in sight, and whoever wrote it reads nothing of the report.
  for (const as of [owner, consumer]) {
    const read = await booking.list({ as })
    expect(read.map(({ text }) => text)).toEqual(['You will be sorry', 'So will you'])
    expect(read.map(({ isReported }) => isReported)).toEqual(as === owner ? [true, undefined] : [undefined, true])
  }
})

test('a message that is reported twice, or by two colleagues at once, is reported once', async () => {
  await using booking = await startThread()
  const { owner, staff } = booking
  const both = await Promise.all([booking.report(1, { as: owner }), booking.report(1, { as: staff })])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect((await booking.report(1, { as: owner })).status).toBe(200)
  expect((await booking.reports()).body.items).toHaveLength(1)
  expect(await booking.published(messageReported)).toHaveLength(1)
})

test('a message that was removed neither side reads any more, and both read why', async () => {
  await using booking = await startThread()
  const { owner, consumer, operator } = booking
  await booking.report(1, { as: owner })
  const [report] = (await booking.reports()).body.items
  expect((await booking.decide(report!.id, 'removed')).status).toBe(204)
  for (const as of [owner, consumer, operator]) {
    const [removed, other] = await booking.list({ as })
    expect(removed).toMatchObject({ number: 1, text: '', isRemoved: true, decisionReason: 'We say why.' })
    expect(other).toMatchObject({ text: 'So will you' })
  }
  expect((await booking.reports()).body.items).toEqual([])
  expect((await booking.decide(report!.id, 'dismissed')).problem?.code).toBe('booking/not-reported')
  expect((await booking.report(1, { as: owner })).body).toMatchObject({ text: '', isRemoved: true })
  expect((await booking.reports()).body.items).toEqual([])
})

test('a message that the operator keeps stays, and why is for whoever reported it alone', async () => {
  await using booking = await startThread()
  const { owner, consumer } = booking
  await booking.report(2, { as: consumer })
  const [report] = (await booking.reports()).body.items
  await booking.decide(report!.id, 'dismissed')
  const readBy = async (as: Id<'person'>) => (await booking.list({ as }))[1]
  expect(await readBy(consumer)).toMatchObject({ text: 'So will you', isReported: true, decisionReason: 'We say why.' })
  const { text, isReported, decisionReason } = (await readBy(owner)) ?? {}
  expect([text, isReported, decisionReason]).toEqual(['So will you', undefined, undefined])
})

test('a stranger reports nothing and decides nothing, and nobody reports what they wrote themselves', async () => {
  await using booking = await startThread()
  const { stranger, consumer, owner, operator } = booking
  for (const number of [1, 2, 99]) expect((await booking.report(number, { as: stranger })).status).toBe(404)
  expect((await booking.report(1, { as: owner }, newId('booking'))).status).toBe(404)
  expect((await booking.report(99, { as: owner })).status).toBe(404)
  expect((await booking.report(1, { as: consumer })).status).toBe(403)
  expect((await booking.report(2, { as: owner })).status).toBe(403)
  expect((await booking.report(1, { as: operator })).status).toBe(403)
  expect((await booking.reports()).body.items).toEqual([])

  await booking.report(1, { as: owner })
  const [report] = (await booking.reports()).body.items
  for (const as of [stranger, consumer, owner]) {
    expect((await booking.reports(as)).status).toBe(404)
    expect((await booking.decide(report!.id, 'removed', as)).status).toBe(404)
  }
  expect((await booking.decide(newId('messageReport'), 'removed')).status).toBe(404)
  expect((await booking.list({ as: owner })).map(({ text }) => text)).toEqual(['You will be sorry', 'So will you'])
})

test('a guest reports with the link of the booking, and with no other', async () => {
  await using booking = await startThread()
  const { body } = await booking.bookAsGuest({ serviceId: booking.visit.id, start: '2026-03-23T16:00:00Z' })
  await booking.send(body.id, 'business', 'You will be sorry', { as: booking.staff })
  const guest = { headers: { 'x-manage-token': body.manageToken ?? '' } }
  expect((await booking.report(1, guest, body.id)).status).toBe(200)
  expect((await booking.report(2, guest)).status).toBe(404)
  expect((await booking.reports()).body.items).toMatchObject([{ bookingId: body.id, customerName: 'Ada' }])
})

test('neither side floods the operator', async () => {
  await using booking = await startThread({ reportsPerThread: { points: 2, seconds: 86_400 } })
  const { owner, consumer } = booking
  for (const text of ['One', 'Two']) await booking.send(booking.id, 'consumer', text, { as: consumer })
  const statuses = []
  for (const number of [1, 3, 4]) statuses.push((await booking.report(number, { as: owner })).status)
  expect(statuses).toEqual([200, 200, 429])
  expect((await booking.report(2, { as: consumer })).status).toBe(200)
  await booking.advance('P1DT1M')
  expect((await booking.report(4, { as: owner })).status).toBe(200)
})

test('before a booking is confirmed the operator reads a message as the other side does', async () => {
  await using booking = await startThread()
  await booking.setChargesEnabled(true)
  const payable = await booking.addService({ payment: 'online' })
  const { body: held } = await booking.book({ serviceId: payable.id, start: '2026-03-23T17:00:00Z' })
  await booking.send(held.id, 'consumer', 'Call me: 208 555 0100', { as: booking.consumer })
  await booking.report(1, { as: booking.owner }, held.id)
  expect((await booking.reports()).body.items).toMatchObject([{ message: { text: 'Call me: •••' } }])
})

test('what is published says who reported, and nothing of what was written or why', async () => {
  await using booking = await startThread()
  const { id, owner, operator, marketId } = booking
  await booking.report(1, { as: owner }, id, 'My secret')
  const [report] = (await booking.reports()).body.items
  await booking.decide(report!.id, 'removed')
  expect(await booking.published(messageReported)).toMatchObject([
    { sequence: 1, data: { id, marketId, sentBy: 'consumer', number: 1, actorId: owner } },
  ])
  expect(await booking.published(messageReportDecided)).toMatchObject([
    { sequence: 2, data: { outcome: 'removed', reason: 'We say why.', actorId: operator } },
  ])
  expect(JSON.stringify(await booking.published())).not.toMatch(/secret|sorry/)
})

test('a report goes with the thread, and what was removed is in no export of whoever it was written to', async () => {
  await using booking = await startThread()
  const { consumer, owner, db } = booking
  await booking.report(2, { as: consumer })
  await booking.report(1, { as: owner })
  for (const { id } of (await booking.reports()).body.items) await booking.decide(id, 'removed')
  const exported = await booking.service.exportPerson(consumer)
  expect(exported['messages']).toMatchObject([{ sentBy: 'consumer', text: 'You will be sorry' }])
  await booking.deliver(personErased, consumer, 2, { personId: consumer, keepReviews: false, version: 2 })
  await booking.advance('PT1M')
  expect(await db.selectFrom('message_reports').select('id').execute()).toEqual([])
  expect((await booking.reports()).body.items).toEqual([])
})

test('an operator without the second factor that it takes decides no complaint and no report', async () => {
  await using booking = await startThread({ operatorsNeedSecondFactor: true })
  const { id, owner, operator, consumer } = booking
  await booking.report(1, { as: owner })
  const { id: reportId } = await booking.db.selectFrom('message_reports').select('id').executeTakeFirstOrThrow()
  const refused = await booking.decide(reportId as Id<'messageReport'>, 'removed')
  expect(refused.problem?.code).toBe('auth/second-factor-required')
  await booking.advance('P3DT8H')
  await booking.complain(id, consumer)
  const body = { outcome: 'released', reason: 'It was fine' } as const
  const decided = await booking.call(api.decideComplaint, { params: { bookingId: id }, body }, { as: operator })
  expect(decided.problem?.code).toBe('auth/second-factor-required')
})
