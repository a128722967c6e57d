import { expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/booking/operations'
import { statementsOf } from '@buy-locals/service-kit/testing/statements'
import { newId } from '@buy-locals/values/ids'
import { nine, startBooking, tally } from './support.ts'

const ten = '2026-03-23T16:00:00Z'
const mostStatements = 14

test(`a booking takes at most ${mostStatements} statements, whoever books and whatever is to pay`, async () => {
  await using booking = await startBooking()
  await booking.setChargesEnabled(true)
  const staffIds = [await booking.addStaff('Sam'), await booking.addStaff('Kim')]
  const resourceIds = [await booking.addResource('Chair 1', 'chairs'), await booking.addResource('Chair 2', 'chairs')]
  const { id: visit } = await booking.addService({ staffIds, resourceIds, payment: 'at-venue' })
  const { id: payable } = await booking.addService({ staffIds, payment: 'online' })
  const { id: lesson } = await booking.addService({ capacity: 8, payment: 'at-venue' })
  const asAccount = (serviceId: typeof visit, start: string) =>
    statementsOf(() => expectBooked(booking.book({ serviceId, start }, newId('person'))))
  const asGuest = (serviceId: typeof visit, start: string) =>
    statementsOf(() => expectBooked(booking.bookAsGuest({ serviceId, start }, `${newId('person')}@example.com`)))
  const statements = {
    'a visit, of an account': await asAccount(visit, nine),
    'a visit, of a guest': await asGuest(visit, ten),
    'a hold, of an account': await asAccount(payable, nine),
    'a hold, of a guest': await asGuest(payable, ten),
    'the first seat of a class, of an account': await asAccount(lesson, nine),
    'the second seat of a class, of an account': await asAccount(lesson, nine),
    'the third seat of a class, of a guest': await asGuest(lesson, nine),
  }
  expect(Object.entries(statements).filter(([, sent]) => sent.length > mostStatements)).toEqual([])
})

test('free starts of a month are found in two statements; what a booking costs, what is offered and by whom in one each', async () => {
  await using booking = await startBooking()
  const { id: serviceId } = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  expect(await statementsOf(() => booking.slots(serviceId, '2026-03-23', { to: '2026-04-22' }))).toHaveLength(2)
  const input = { params: { businessId: booking.businessId }, body: { serviceId, partySize: 1 } }
  expect(await statementsOf(() => booking.call(api.quote, input))).toHaveLength(1)
  for (const operation of [api.listServices, api.listStaff])
    expect(await statementsOf(() => booking.call(operation, { params: input.params }))).toHaveLength(1)
})

test('of many who want the same time at once, all who are refused share one check of it and one search for other times', async () => {
  await using booking = await startBooking({ triesAtOnce: 4 })
  const { id: serviceId } = await booking.addService({ staffIds: [await booking.addStaff('Sam')], payment: 'at-venue' })
  const rush = async (book: (n: number) => ReturnType<typeof booking.book>) => {
    let responses: Awaited<ReturnType<typeof booking.book>>[] = []
    const sent = await statementsOf(async () => {
      responses = await Promise.all(Array.from({ length: 20 }, (_, n) => book(n)))
    })
    for (const { problem } of responses.flatMap(({ problem }) => (problem ? [{ problem }] : [])))
      expect(problem).toMatchObject({ code: 'booking/slot-taken', alternatives: [{}, {}, {}, {}, {}] })
    return { counts: tally(responses), reads: sent.filter((text) => text.includes('from allocations')), sent }
  }
  const first = await rush(() => booking.book({ serviceId, start: nine }, newId('person')))
  expect(first.counts).toEqual({ 201: 1, 409: 19 })
  const later = await rush((n) => booking.bookAsGuest({ serviceId, start: nine }, `guest-${n}@example.com`))
  expect(later.counts).toEqual({ 409: 20 })
  expect(later.reads.length).toBeGreaterThan(0)
  expect(later.reads.length).toBeLessThanOrEqual(10) // those who come during a check share the next
  expect(later.sent.length).toBeLessThanOrEqual(2 * 20 + 2 * later.reads.length) // the key of each and its response; a check is two
})

test('what was refused a moment ago and is free again can be booked, and whoever has it is led to it', async () => {
  await using booking = await startBooking({ triesAtOnce: 4 })
  await booking.setChargesEnabled(true)
  const { id: serviceId } = await booking.addService({ staffIds: [await booking.addStaff('Sam')], payment: 'online' })
  const held = await booking.book({ serviceId, start: nine })
  const rush = () =>
    Promise.all(Array.from({ length: 10 }, () => booking.book({ serviceId, start: nine }, newId('person'))))
  expect(tally(await rush())).toEqual({ 409: 10 })
  const again = await booking.book({ serviceId, start: nine })
  expect(again).toMatchObject({ status: 201, body: { id: held.body.id } })
  await booking.cancel(held.body.id, booking.consumer)
  expect(tally(await rush())).toEqual({ 201: 1, 409: 9 })
})

const expectBooked = async (response: Promise<{ status: number }>) => expect((await response).status).toBe(201)
