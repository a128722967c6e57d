import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { personErased } from '@buy-locals/contracts/auth/events'
import { messageSent, messagesRead } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/booking/operations'
import type { ThreadSide } from '@buy-locals/contracts/booking/shapes'
import { newId, type Id } from '@buy-locals/values/ids'
import { nine, startBooking, type Running } from './support.ts'

type Caller = { as?: Id<'person'>; headers?: Record<string, string> }
const send = (
  booking: Running,
  bookingId: Id<'booking'>,
  sentBy: ThreadSide,
  text: string,
  caller: Caller = { as: sentBy === 'consumer' ? booking.consumer : booking.staff },
  key: string = randomUUID(),
) =>
  booking.call(
    api.sendMessage,
    { params: { bookingId }, body: { sentBy, text } },
    { ...caller, headers: { ...caller.headers, 'idempotency-key': key } },
  )
const list = (
  booking: Running,
  bookingId: Id<'booking'>,
  caller: Caller = { as: booking.owner },
  query: { limit?: number; cursor?: string } = {},
) => booking.call(api.listMessages, { params: { bookingId }, query }, caller)
const read = (booking: Running, bookingId: Id<'booking'>, readBy: ThreadSide, upTo: number, as: Id<'person'>) =>
  booking.call(api.markMessagesRead, { params: { bookingId }, body: { readBy, upTo } }, { as })
const textsOf = ({ body }: Awaited<ReturnType<typeof list>>) => body.items.map(({ text }) => text)

async function startThread(changes: Parameters<typeof startBooking>[0] = {}) {
  const booking = await startBooking(changes)
  await booking.setChargesEnabled(true)
  const visit = await booking.addService()
  const payable = await booking.addService({ payment: 'online' })
  const { body } = await booking.book({ serviceId: visit.id, start: nine })
  return Object.assign(booking, { id: body.id, visit, payable })
}

test('both sides write, and each reads what the other wrote, the newest first', async () => {
  await using booking = await startThread()
  const { id } = booking
  expect((await list(booking, id)).body).toMatchObject({ items: [], read: { consumer: 0, business: 0 } })
  expect((await send(booking, id, 'consumer', 'Is there parking?')).body).toMatchObject({ number: 1 })
  await send(booking, id, 'business', 'Yes, behind the shop')
  for (const as of [booking.consumer, booking.owner, booking.staff, booking.operator])
    expect(textsOf(await list(booking, id, { as }))).toEqual(['Yes, behind the shop', 'Is there parking?'])
  const first = await list(booking, id, { as: booking.consumer }, { limit: 1 })
  expect(first.body.items.map(({ number }) => number)).toEqual([2])
  const cursor = first.body.nextCursor ?? ''
  const second = await list(booking, id, { as: booking.consumer }, { limit: 1, cursor })
  expect([textsOf(second), second.body.nextCursor]).toEqual([['Is there parking?'], undefined])
})

test('a thread is read page by page to its first message, and has nothing of another booking', async () => {
  await using booking = await startThread()
  const { id, visit, owner } = booking
  const { body: other } = await booking.book({ serviceId: visit.id, start: '2026-03-23T16:00:00Z' })
  for (const text of ['One', 'Two', 'Three']) await send(booking, id, 'consumer', text)
  await send(booking, other.id, 'consumer', 'Of another day')
  const first = await list(booking, id, { as: owner }, { limit: 2 })
  expect(textsOf(first)).toEqual(['Three', 'Two'])
  const second = await list(booking, id, { as: owner }, { limit: 2, cursor: first.body.nextCursor ?? '' })
  expect([textsOf(second), second.body.nextCursor]).toEqual([['One'], undefined])
  expect(textsOf(await list(booking, other.id))).toEqual(['Of another day'])
})

test('a stranger cannot tell that there is a thread, and nobody writes for the other side', async () => {
  await using booking = await startThread()
  const { id, stranger, owner, consumer, operator } = booking
  await send(booking, id, 'consumer', 'Is there parking?')
  expect((await list(booking, id, { as: stranger })).status).toBe(404)
  expect((await list(booking, newId('booking'), { as: owner })).status).toBe(404)
  for (const side of ['consumer', 'business'] as const) {
    expect((await send(booking, id, side, 'Hello', { as: stranger })).status).toBe(404)
    expect((await send(booking, id, side, 'Hello', { as: operator })).status).toBe(403)
    expect((await read(booking, id, side, 1, stranger)).status).toBe(404)
    expect((await read(booking, id, side, 1, operator)).status).toBe(403)
  }
  expect((await send(booking, id, 'consumer', 'Hello', { as: owner })).status).toBe(403)
  expect((await send(booking, id, 'business', 'Hello', { as: consumer })).status).toBe(403)
  expect((await read(booking, id, 'consumer', 1, owner)).status).toBe(403)
  expect((await read(booking, id, 'business', 1, consumer)).status).toBe(403)
  expect((await list(booking, id)).body.items).toHaveLength(1)
})

test('a guest writes and reads with the link of the booking, and with no other', async () => {
  await using booking = await startThread()
  const { body } = await booking.bookAsGuest({ serviceId: booking.visit.id, start: '2026-03-23T16:00:00Z' })
  const caller = { headers: { 'x-manage-token': body.manageToken ?? '' } }
  expect((await send(booking, body.id, 'consumer', 'I am Ada', caller)).status).toBe(201)
  expect((await send(booking, body.id, 'business', 'Hello Ada')).status).toBe(201)
  expect(textsOf(await list(booking, body.id, caller))).toEqual(['Hello Ada', 'I am Ada'])
  expect((await list(booking, booking.id, caller)).status).toBe(404)
  expect((await send(booking, booking.id, 'consumer', 'Hello', caller)).status).toBe(404)
})

test('a message that is sent again with its key is one message, and many at once are each their own', async () => {
  await using booking = await startThread()
  const { id, consumer } = booking
  const key = randomUUID()
  for (const status of [201, 201])
    expect((await send(booking, id, 'consumer', 'Once', { as: consumer }, key)).status).toBe(status)
  await Promise.all(Array.from({ length: 8 }, (_, at) => send(booking, id, at % 2 ? 'consumer' : 'business', `${at}`)))
  const { items } = (await list(booking, id)).body
  expect(items.map(({ number }) => number)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1])
  expect(items.map(({ text }) => text).toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', 'Once'])
})

test('neither side floods the other, and a refused one is not counted for somebody else', async () => {
  await using booking = await startThread({ messagesPerThread: { points: 2, seconds: 86_400 } })
  const { id, stranger } = booking
  for (const text of ['Hi', 'Ho', 'Hey'])
    expect((await send(booking, id, 'consumer', text, { as: stranger })).status).toBe(404)
  const statuses = []
  for (const text of ['Hi', 'Ho', 'Hey']) statuses.push((await send(booking, id, 'consumer', text)).status)
  expect(statuses).toEqual([201, 201, 429])
  expect((await send(booking, id, 'business', 'Hi')).status).toBe(201)
  await booking.advance('P1DT1M')
  expect((await send(booking, id, 'consumer', 'Hi')).status).toBe(201)
})

test('before a booking is confirmed nobody reads how to reach the other outside; once it is paid, both do', async () => {
  await using booking = await startThread()
  const { consumer, owner, operator } = booking
  const start = '2026-03-23T17:00:00Z'
  const { body: held } = await booking.book({ serviceId: booking.payable.id, start })
  expect(held.status).toBe('held')
  const text = 'Call me: 208 555 0100'
  expect((await send(booking, held.id, 'consumer', text)).body).toMatchObject({ text, hidesContacts: true })
  await send(booking, held.id, 'business', 'Or write to shop@example.com')
  const toConsumer = (await list(booking, held.id, { as: consumer })).body
  expect(toConsumer.items.map(({ text: shown }) => shown)).toEqual(['Or write to •••', text])
  expect(toConsumer.hidesContacts).toBe(true)
  const toOwner = (await list(booking, held.id, { as: owner })).body.items
  expect(toOwner.map(({ text: shown }) => shown)).toEqual(['Or write to shop@example.com', 'Call me: •••'])
  const toOperator = await list(booking, held.id, { as: operator })
  expect(textsOf(toOperator)).toEqual(['Or write to •••', 'Call me: •••'])

  await booking.pay(held)
  const confirmed = (await list(booking, held.id, { as: owner })).body
  expect(confirmed.items.map(({ text: shown }) => shown)).toEqual(['Or write to shop@example.com', text])
  expect([confirmed.hidesContacts, confirmed.items[1]?.hidesContacts]).toEqual([false, undefined])
})

test('what was held and never paid keeps its contact details hidden, and nobody writes about it any more', async () => {
  await using booking = await startThread()
  const { body: held } = await booking.book({ serviceId: booking.payable.id, start: '2026-03-23T17:00:00Z' })
  await send(booking, held.id, 'consumer', 'Call me: 208 555 0100')
  await booking.cancel(held.id, booking.consumer)
  expect((await send(booking, held.id, 'consumer', 'Hello?')).problem?.code).toBe('booking/thread-closed')
  const { items, closesAt } = (await list(booking, held.id)).body
  expect([items[0]?.text, closesAt]).toEqual(['Call me: •••', undefined])
})

test('nobody writes two weeks after the visit, or after it was cancelled, and all can still be read', async () => {
  await using booking = await startThread()
  const { id, consumer } = booking
  const later = await booking.book({ serviceId: booking.visit.id, start: '2026-04-20T15:00:00Z' })
  await send(booking, id, 'consumer', 'Thank you')
  await booking.cancel(later.body.id, consumer)
  await booking.advance('P13DT23H')
  expect((await send(booking, later.body.id, 'business', 'Sorry to hear')).status).toBe(201)
  await booking.advance('PT2H')
  expect((await send(booking, later.body.id, 'business', 'Hello?')).problem?.code).toBe('booking/thread-closed')
  expect((await send(booking, id, 'business', 'You are welcome')).status).toBe(201)
  await booking.advance('P6D')
  expect((await send(booking, id, 'consumer', 'Hello?')).problem?.code).toBe('booking/thread-closed')
  expect((await list(booking, id)).body).toMatchObject({ items: [{ number: 2 }, { number: 1 }] })
})

test('whoever booked on the phone without an address is written no message that nobody can read', async () => {
  await using booking = await startThread()
  const book = async (customer: { name: string; phone?: string; email?: string }, start: string) =>
    (
      await booking.call(
        api.bookForCustomer,
        { params: { businessId: booking.businessId }, body: { serviceId: booking.visit.id, start, customer } },
        { as: booking.staff },
      )
    ).body.id
  const byPhone = await book({ name: 'Cara', phone: '+12085550100' }, '2026-03-23T18:00:00Z')
  expect((await send(booking, byPhone, 'business', 'Hello')).problem?.code).toBe('booking/no-address')
  const byMail = await book({ name: 'Dora', email: 'dora@example.com' }, '2026-03-23T19:00:00Z')
  expect((await send(booking, byMail, 'business', 'Hello')).status).toBe(201)
})

test('a business that everybody has left is written no message that nobody can read', async () => {
  await using booking = await startThread()
  const { id, consumer, businessId } = booking
  expect((await send(booking, id, 'consumer', 'Hello')).status).toBe(201)
  await booking.db.updateTable('memberships').set({ role: null }).where('scope', '=', businessId).execute()
  expect((await send(booking, id, 'consumer', 'Hello?')).problem?.code).toBe('booking/nobody-reads')
  const { body } = await list(booking, id, { as: consumer })
  expect(body).toMatchObject({ items: [{ text: 'Hello' }], nobodyReads: true })
  expect(body.closesAt).toBeUndefined()
  await booking.member(booking.staff, businessId, 'staff')
  expect((await send(booking, id, 'consumer', 'Hello!')).status).toBe(201)
  expect((await list(booking, id, { as: consumer })).body.nobodyReads).toBeUndefined()
})

test('what is unread is marked on the board and in my bookings until it is read, and a mark never goes back', async () => {
  await using booking = await startThread()
  const { id, consumer, owner, staff, businessId } = booking
  const mine = async () =>
    (await booking.call(api.listMyBookings, { query: {} }, { as: consumer })).body.items.map((one) => one.hasUnread)
  const board = async () => {
    const query = { from: '2026-03-23', to: '2026-03-23' }
    const { body } = await booking.call(api.listBusinessBookings, { params: { businessId }, query }, { as: owner })
    return body.items.map(({ hasUnread }) => hasUnread)
  }
  await send(booking, id, 'business', 'One')
  await send(booking, id, 'business', 'Two')
  await send(booking, id, 'consumer', 'Three')
  expect([await mine(), await board()]).toEqual([[true], [true]])
  expect((await read(booking, id, 'consumer', 1, consumer)).body).toEqual({ consumer: 1, business: 0 })
  expect(await mine()).toEqual([true])
  expect((await read(booking, id, 'consumer', 99, consumer)).body).toEqual({ consumer: 3, business: 0 })
  expect((await read(booking, id, 'consumer', 1, consumer)).body).toEqual({ consumer: 3, business: 0 })
  expect([await mine(), await board()]).toEqual([[undefined], [true]])
  expect((await read(booking, id, 'business', 3, staff)).body).toEqual({ consumer: 3, business: 3 })
  expect([await mine(), await board()]).toEqual([[undefined], [undefined]])
  expect((await booking.published(messagesRead)).map(({ data }) => data.readBy)).toEqual(['consumer', 'business'])
})

test('a guest reads with the link of the booking that there is something new, and a member of the business does not', async () => {
  await using booking = await startThread()
  const { body } = await booking.bookAsGuest({ serviceId: booking.visit.id, start: '2026-03-23T16:00:00Z' })
  const headers = { 'x-manage-token': body.manageToken ?? '' }
  const params = { bookingId: body.id }
  const marks = async () => {
    const [byGuest, byOwner] = [{ headers }, { as: booking.owner }]
    const responses = [byGuest, byOwner].map((caller) => booking.call(api.readBooking, { params }, caller))
    return (await Promise.all(responses)).map((response) => response.body.hasUnread)
  }
  expect(await marks()).toEqual([undefined, undefined])
  await send(booking, body.id, 'business', 'Hello Ada')
  await send(booking, body.id, 'consumer', 'Hello', { headers })
  expect(await marks()).toEqual([true, undefined])
  await booking.call(api.markMessagesRead, { params, body: { readBy: 'consumer', upTo: 2 } }, { headers })
  expect(await marks()).toEqual([undefined, undefined])
})

test('what is published says who wrote and since when it is unread, and nothing of what was written', async () => {
  await using booking = await startThread()
  const { id, consumer, staff } = booking
  await send(booking, id, 'consumer', 'My secret')
  await booking.advance('PT5M')
  await send(booking, id, 'consumer', 'My other secret')
  await send(booking, id, 'business', 'Our secret')
  const sent = await booking.published(messageSent)
  expect(sent.map(({ data: { sentBy, actorId } }) => [sentBy, actorId])).toEqual([
    ...[['consumer', consumer], ['consumer', consumer]], // prettier-ignore
    ['business', staff],
  ])
  expect(sent.map(({ data }) => data.unreadSince)).toEqual([
    ...['2026-03-20T08:00:00Z', '2026-03-20T08:00:00Z', '2026-03-20T08:05:00Z'],
  ])
  expect(sent.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
  expect(JSON.stringify(await booking.published())).not.toContain('secret')
})

test('a thread goes with its customer, is in the export of their data, and goes after a year', async () => {
  await using booking = await startThread()
  const { id, consumer, db } = booking
  const other = newId('person')
  const { body } = await booking.book({ serviceId: booking.visit.id, start: '2026-03-23T16:00:00Z' }, other)
  await send(booking, id, 'consumer', 'Mine')
  await send(booking, body.id, 'consumer', 'Theirs', { as: other })
  const exported = await booking.service.exportPerson(consumer)
  expect(exported).toMatchObject({ messages: [{ bookingId: id, sentBy: 'consumer', text: 'Mine' }] })
  await booking.deliver(personErased, consumer, 2, { personId: consumer, keepReviews: false, version: 2 })
  await booking.advance('PT1M')
  expect((await db.selectFrom('messages').select('text').execute()).map(({ text }) => text)).toEqual(['Theirs'])
  expect((await send(booking, id, 'business', 'Hello?')).problem?.code).toBe('booking/no-address')
  const day = { from: '2026-03-23', to: '2026-03-23' }
  const board = await booking.call(
    api.listBusinessBookings,
    { params: { businessId: booking.businessId }, query: day },
    { as: booking.owner },
  )
  const erased = board.body.items.map(({ customer }) => [customer.hasAccount, customer.isErased])
  expect(erased, 'the other account is on its way, not erased').toEqual([[true, true], [true, undefined]]) // prettier-ignore
  await booking.advance('P366D')
  expect(await db.selectFrom('threads').select('booking_id').execute()).toEqual([])
  expect(await db.selectFrom('messages').select('text').execute()).toEqual([])
})
