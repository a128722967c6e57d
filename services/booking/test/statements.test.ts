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

test('free starts of a month are found in two statements, and what a booking costs in one', async () => {
  await using booking = await startBooking()
  const { id: serviceId } = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  expect(await statementsOf(() => booking.slots(serviceId, '2026-03-23', { to: '2026-04-22' }))).toHaveLength(2)
  const input = { params: { businessId: booking.businessId }, body: { serviceId, partySize: 1 } }
  expect(await statementsOf(() => booking.call(api.quote, input))).toHaveLength(1)
})

test('of many who want the same time at once, all who are refused share one search for other times', async () => {
  await using booking = await startBooking()
  const { id: serviceId } = await booking.addService({ staffIds: [await booking.addStaff('Sam')], payment: 'at-venue' })
  let responses: Awaited<ReturnType<typeof booking.book>>[] = []
  const many = Array.from({ length: 20 }, () => newId('person'))
  const statements = await statementsOf(async () => {
    responses = await Promise.all(many.map((person) => booking.book({ serviceId, start: nine }, person)))
  })
  expect(tally(responses)).toEqual({ 201: 1, 409: 19 })
  const refusals = responses.flatMap(({ problem }) => problem ?? [])
  for (const problem of refusals) expect(problem).toMatchObject({ alternatives: [{}, {}, {}, {}, {}] })
  const searches = statements.filter((text) => text.includes('join allocations a')).length - many.length
  expect(searches).toBeLessThanOrEqual(3) // another for every quarter of a second
})

const expectBooked = async (response: Promise<{ status: number }>) => expect((await response).status).toBe(201)
