import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/booking/operations'
import { startBooking } from './support.ts'

test('what an owner adds is there once, however often its request arrives', async () => {
  const { call, businessId, owner, addStaff } = await startBooking()
  const params = { businessId }
  const staffId = await addStaff('Sam')
  const price = { amount: 4_500, currency: 'USD' as const }
  const time = { start: '2026-03-25T10:00:00-06:00', end: '2026-03-25T11:00:00-06:00' }
  const twice = async (
    send: (headers: Record<string, string>) => Promise<{ status: number; body: { id: string } }>,
  ) => {
    const headers = { 'idempotency-key': randomUUID() }
    const [first, again] = [await send(headers), await send(headers)]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    return first.body.id
  }
  const [service, person, chair, block] = [
    await twice((headers) => call(api.addService, { params, body: { name: 'Cut', durationMinutes: 30, price } }, { as: owner, headers })), // prettier-ignore
    await twice((headers) => call(api.addStaff, { params, body: { name: 'Kim' } }, { as: owner, headers })),
    await twice((headers) => call(api.addResource, { params, body: { name: 'Chair' } }, { as: owner, headers })),
    await twice((headers) => call(api.blockTime, { params, body: { staffId, ...time } }, { as: owner, headers })),
  ]
  const idsOf = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id)
  expect(idsOf(await call(api.listServices, { params }, { as: owner }))).toEqual([service])
  expect(idsOf(await call(api.listStaff, { params }, { as: owner })).toSorted()).toEqual([staffId, person].toSorted())
  expect(idsOf(await call(api.listResources, { params }, { as: owner }))).toEqual([chair])
  const { body } = await call(
    api.listBusinessBookings,
    { params, query: { from: '2026-03-25', to: '2026-03-25' } },
    { as: owner },
  )
  expect(body.blocks.map(({ id }) => id)).toEqual([block])
})

test('without a key every request adds', async () => {
  const { url, businessId, owner, call } = await startBooking()
  const send = (key?: string) =>
    fetch(`${url}/v1/businesses/${businessId}/resources`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer test:${owner}`, ...(key !== undefined && { 'idempotency-key': key }) }, // prettier-ignore
      body: JSON.stringify({ name: 'Chair' }),
    })
  expect([(await send()).status, (await send()).status, (await send('short')).status]).toEqual([201, 201, 422])
  const { body } = await call(api.listResources, { params: { businessId } }, { as: owner })
  expect(body.items).toHaveLength(2)
})
