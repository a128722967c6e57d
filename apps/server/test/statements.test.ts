import * as booking from '@buy-locals/contracts/booking/operations'
import { Client } from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { openShop, startServer } from './support.ts'

const server = await startServer()
afterAll(() => server[Symbol.asyncDispose]())

async function openBarber() {
  const { businessId, serviceId } = await openShop(server, async ({ owner, params }) => {
    const { id: staffId } = await owner.call(booking.addStaff, { params, body: { name: 'Sam' } })
    const service = { name: 'Haircut', durationMinutes: 30, price: { amount: 4_500, currency: 'USD' as const } }
    const body = { ...service, payment: 'at-venue' as const, staffIds: [staffId] }
    const { id: serviceId } = await owner.call(booking.addService, { params, body })
    return { serviceId }
  })
  await server.advance('PT1M') // all that was to be counted is
  return { businessId, serviceId }
}

/** How a worker, and the end of a test, look whether there is anything to do. */
const isPoll = (text: string) => /^with "due" as|select exists \(select from outbox\)/.test(text)

/** Every statement of every service but those. */
function countStatements() {
  const query = vi.spyOn(Client.prototype, 'query')
  const count = () =>
    query.mock.calls.filter(([statement]) => {
      const text: unknown = typeof statement === 'string' ? statement : Reflect.get(Object(statement), 'text')
      return typeof text === 'string' && !isPoll(text)
    }).length
  return { count, [Symbol.dispose]: () => query.mockRestore() }
}

test('a booking with all that follows takes at most 40 statements where many come at once', async () => {
  const shop = await openBarber()
  const people = await Promise.all(Array.from({ length: 17 }, (_, nth) => server.someone(`Person ${nth}`)))
  await server.drain()
  const day = server.composed.auth.clock().round('hour').add({ hours: 26 })
  const book = async (nth: number) => {
    const start = day.add({ minutes: 30 * nth }).toString({ smallestUnit: 'second' })
    await people[nth]?.call(booking.book, { body: { ...shop, start } })
  }
  const counted = async (bookings: number[]) => {
    using statements = countStatements()
    await Promise.all(bookings.map(book))
    await server.drain()
    await server.advance('PT5S')
    return statements.count() / bookings.length
  }
  server.bus.delayBy(500)
  expect(await counted(Array.from({ length: 17 }, (_, nth) => nth))).toBeLessThanOrEqual(40)
})

test('a statement on another connection while a transaction is open is refused, in a whole server too', async () => {
  const { db } = server.composed.payment
  const nested = db.transaction().execute(() => db.selectFrom('outbox').select('id').execute())
  await expect(nested).rejects.toThrow('A transaction is open')
  expect(await db.transaction().execute((tx) => tx.selectFrom('bookings').select('id').execute())).toHaveLength(17)
})
