import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { membershipChanged } from '@buy-locals/contracts/auth/events'
import { operations } from '@buy-locals/contracts/operations'
import { application } from '@buy-locals/service-kit/application'
import { sqsBatch } from '@buy-locals/service-kit/hosts/sqs'
import { roleOf } from '@buy-locals/service-kit/memberships'
import { newId } from '@buy-locals/values/ids'
import { wireOf, type Asked } from '../src/asking/asked.ts'
import { requestFor } from '../src/asking/requests.ts'
import { sender, type Wire } from '../src/asking/send.ts'
import { credentialsOf, whoMay } from '../src/asking/who.ts'
import { essence } from '../src/lambda/alike.ts'
import { onLambda } from '../src/lambda/on-lambda.ts'
import type { TwoTowns } from '../src/two-towns/two-towns.ts'
import { withTwoTowns } from '../src/two-towns/with-two-towns.ts'

test(
  'every operation answers the same on Lambda as on a machine, and a queue gives back the bad message alone',
  () =>
    withTwoTowns({ size: 20 }, async (towns) => {
      await compareAll(towns)
      await compareBatch(towns)
    }),
  180_000,
)

async function compareAll(towns: TwoTowns): Promise<void> {
  const { composed, log, wake } = towns.running
  const app = application({ services: composed.services, log, onResponse: wake })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { send, close } = sender(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const lambda = onLambda(app)
  const alike = async (words: string, next: () => Promise<Wire>, asBytes = false) => {
    const onMachine = essence(await send(await next()))
    const there = essence(await lambda(await next(), { asBytes }))
    expect(there, `${words} on Lambda`).toEqual(onMachine)
    return onMachine
  }
  const cookies: string[] = []
  for (const operation of operations) {
    const matter = towns.matters[operation.path.includes(':bookingId') ? 1 : 0]
    const make = requestFor.get(operation.id)
    if (!matter || !make) throw new Error(`${operation.id} cannot be asked`)
    const made = async () => {
      const asked = await make(towns, matter)
      return wireOf(asked, credentialsOf(towns, whoMay(operation.access, matter), asked))
    }
    const first = await made()
    await towns.running.drain()
    const good = await alike(operation.id, operation.method === 'get' ? async () => first : made)
    expect(good.status, `${operation.id} went well`).toBe(operation.status)
    cookies.push(...(good.headers['set-cookie'] ?? []))
    const { authorization: _, 'x-manage-token': __, ...others } = first.headers
    const bad = {
      ...first,
      headers: { ...others, authorization: 'Bearer of nobody' },
      ...(first.body && { body: '{"a":' }),
    }
    await alike(`${operation.id}, refused`, async () => bad)
    if (operation.raw) await alike(`${operation.id}, as bytes`, made, true)
  }
  const { authorization } = credentialsOf(towns, 'owner', { headers: {} } as Asked)
  const table = {
    method: 'GET',
    path: `/v1/businesses/${towns.ours.id}/transactions?format=csv`,
    headers: { authorization },
  }
  const csv = await alike('the table', async () => table as Wire)
  expect(csv).toMatchObject({
    status: 200,
    headers: { 'content-disposition': ['attachment; filename="transactions.csv"'] },
  })
  expect(cookies.length).toBeGreaterThanOrEqual(9)
  for (const wire of hostile) await alike(`${wire.method} ${wire.path}`, async () => wire, Buffer.isBuffer(wire.body))
  close()
  await new Promise((done) => server.close(done))
}

const hostile: Wire[] = [
  { method: 'GET', path: '/v1/nowhere', headers: {} },
  { method: 'DELETE', path: '/v1/markets', headers: {} },
  { method: 'GET', path: '/v1/places?q=San%20Jos%C3%A9%20%26%20more&q=x', headers: {} },
  { method: 'GET', path: '/v1/places?q=', headers: {} },
  { method: 'POST', path: '/v1/auth/login', headers: { 'content-type': 'application/json' } },
  { method: 'POST', path: '/v1/auth/login', headers: { 'content-type': 'text/plain' }, body: 'x' },
  { method: 'POST', path: '/v1/auth/refresh', headers: { cookie: 'a=1; bl_refresh=none; b=2' } },
  { method: 'POST', path: '/v1/stripe/webhook', headers: {}, body: Buffer.from([0xff, 0x00, 0x7b]) },
  {
    method: 'POST',
    path: '/v1/auth/login',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from([0x7b, 0xff, 0x7d]),
  },
]

/** What SQS hands over of a topic with raw delivery: the event itself is the body. */
async function compareBatch({ running: { composed, log } }: TwoTowns): Promise<void> {
  const service = composed.services.find(({ name }) => name === 'booking')
  const db = composed.databases.get('booking')
  if (!service || !db) throw new Error('There is no booking service')
  const [ann, ben, shop] = [newId('person'), newId('person'), newId('business')]
  const joined = (personId: typeof ann, data: object = {}) =>
    JSON.stringify({
      ...{
        id: newId('event'),
        type: membershipChanged.type,
        subject: personId,
        sequence: 1,
        at: '2026-03-20T08:00:00Z',
      },
      data: { personId, scope: shop, role: 'staff', version: 1, ...data },
    })
  const batch = eventOf([joined(ann), joined(ann, { role: 'king' }), joined(ben)])
  const [, bad] = batch.Records
  const failed = { batchItemFailures: [{ itemIdentifier: bad?.messageId }] }
  expect(await sqsBatch(service.consumers, log)(batch)).toEqual(failed)
  expect([await roleOf(db, ann, shop), await roleOf(db, ben, shop)]).toEqual(['staff', 'staff'])
  expect(await sqsBatch(service.consumers, log)(batch)).toEqual(failed)
}

const eventOf = (bodies: string[]): Parameters<ReturnType<typeof sqsBatch>>[0] => ({
  Records: bodies.map((body, n) => ({
    ...{
      messageId: `059f36b4-87a3-44ab-83d2-66197583000${n}`,
      receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
      body,
    },
    attributes: {
      ...{ ApproximateReceiveCount: '1', SentTimestamp: '1774000800000', SenderId: 'AIDAIENQZJOLO23YVJ4VO' },
      ApproximateFirstReceiveTimestamp: '1774000800010',
    },
    messageAttributes: {
      type: { stringValue: membershipChanged.type, stringListValues: [], binaryListValues: [], dataType: 'String' },
    },
    md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
    ...{
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:booking-events',
      awsRegion: 'us-east-1',
    },
  })),
})
