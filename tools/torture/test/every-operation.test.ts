import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { membershipChanged } from '@buy-locals/contracts/auth/events'
import { readConfig } from '@buy-locals/contracts/host/operations'
import type { Operation } from '@buy-locals/contracts/operation'
import { operations } from '@buy-locals/contracts/operations'
import { clientConfigRouter } from '@buy-locals/server/client-config'
import { folderOnSharedCluster } from '@buy-locals/server/testing/shared-cluster'
import { application } from '@buy-locals/service-kit/application'
import { sqsBatch } from '@buy-locals/service-kit/hosts/sqs'
import { roleOf } from '@buy-locals/service-kit/memberships'
import { trustOwnData } from '@buy-locals/service-kit/strip'
import { newId } from '@buy-locals/values/ids'
import { bookingsForAccess, callEverything } from '../src/access/access.ts'
import { bookingsForBounds, callAtTheBounds } from '../src/bounds/call-at-the-bounds.ts'
import { confirmWhileSaving } from '../src/bounds/confirm-while-saving.ts'
import { fillToTheBounds } from '../src/bounds/fill-to-the-bounds.ts'
import { lambdaClient, normalize } from '../src/lambda.ts'
import { allowedCaller, credentialsFor } from '../src/requests/callers.ts'
import { httpClient, type HttpRequest } from '../src/requests/http.ts'
import { toHttp } from '../src/requests/request.ts'
import { makeRequestFor } from '../src/requests/valid-requests.ts'
import { startTwoMarkets } from '../src/two-markets/two-markets.ts'

let markets: Awaited<ReturnType<typeof startTwoMarkets>>
beforeAll(async () => {
  const size = 26 + bookingsForAccess + bookingsForBounds
  markets = await startTwoMarkets({ size, openFolder: folderOnSharedCluster })
})
afterAll(() => markets[Symbol.asyncDispose]())

test('every operation responds the same on Lambda as on a machine, and of a batch only the invalid message is returned to the queue', async () => {
  await compareAll()
  await compareBatch()
})

test('every caller may do what the contract says and nothing else, and a dismissed manager loses access within a second', async () => {
  const { figures, findings } = await callEverything(markets, () => {})
  expect(findings).toEqual([])
  expect(figures).toMatchObject({ operations: operations.length, 'refusals without a success': 0 })
  expect(figures['requests']).toBeGreaterThan(operations.length * 11)
})

let filling: Promise<void> | undefined
const fill = () => (filling ??= fillToTheBounds(markets))

test('behind ten thousand of everything, and at every cap, no operation keeps the others waiting for 150 ms', async () => {
  await fill()
  onTestFinished(trustOwnData()) // as in production: elsewhere every response is checked twice
  const measured = await callAtTheBounds(markets, { tries: 5, enoughMs: 150 })
  expect(measured.size).toBeGreaterThan(operations.length)
  const slow = [...measured].filter(([, { blockedMs }]) => blockedMs >= 150)
  expect(Object.fromEntries(slow)).toEqual({})
})

test('while a business at its caps saves all its services, a guest of its neighbor is confirmed within two seconds of paying', async () => {
  await fill()
  let fastest = Infinity
  for (let tries = 3; tries > 0 && fastest >= 2_000; tries--)
    fastest = Math.min(fastest, (await confirmWhileSaving(markets)).mailedMs)
  expect(fastest, 'ms from paying to the mail').toBeLessThan(2_000)
})

async function compareAll(): Promise<void> {
  const { composed, log } = markets.running
  const host = { router: clientConfigRouter(composed.auth, await markets.callAs(undefined, readConfig, {})) }
  const app = application({ services: [...composed.services, host], log })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { send, close } = httpClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const lambda = lambdaClient(app)
  const compare = async (name: string, nextRequest: () => Promise<HttpRequest>, asBytes = false) => {
    const onMachine = normalize(await send(await nextRequest()))
    const onLambda = normalize(await lambda(await nextRequest(), { asBytes }))
    expect(onLambda, `${name} on Lambda`).toEqual(onMachine)
    return onMachine
  }
  const cookies: string[] = []
  const compareOperation = async ({ operation, first, prepare }: Prepared) => {
    const valid = await compare(operation.id, operation.method === 'get' ? async () => first : prepare)
    expect(valid.status, `${operation.id} succeeds`).toBe(operation.status)
    cookies.push(...(valid.headers['set-cookie'] ?? []))
    const { authorization: _, 'x-manage-token': __, ...others } = first.headers
    const invalid = {
      ...first,
      headers: { ...others, authorization: 'Bearer of nobody' },
      ...(first.body && { body: '{"a":' }),
    }
    await compare(`${operation.id}, refused`, async () => invalid)
    if (operation.raw) await compare(`${operation.id}, as bytes`, prepare, true)
  }
  // Reading changes nothing: all of it is prepared, and one wait suffices until events can no longer change what is read.
  const reading = operations.filter(({ method }) => method === 'get')
  const prepared: Prepared[] = []
  for (const operation of reading) prepared.push(await prepareOperation(operation))
  await markets.running.drain()
  for (const one of prepared) await compareOperation(one)
  for (const operation of operations.filter(({ method }) => method !== 'get'))
    await compareOperation(await prepareOperation(operation))
  const { authorization } = credentialsFor(markets, 'owner', {})
  const csvRequest = {
    method: 'GET',
    path: `/v1/businesses/${markets.ours.id}/transactions?format=csv`,
    headers: { authorization },
  }
  const csv = await compare('a CSV file', async () => csvRequest as HttpRequest)
  expect(csv).toMatchObject({
    status: 200,
    headers: { 'content-disposition': ['attachment; filename="transactions.csv"'] },
  })
  expect(cookies.length).toBeGreaterThanOrEqual(9)
  for (const request of invalidRequests)
    await compare(`${request.method} ${request.path}`, async () => request, Buffer.isBuffer(request.body))
  close()
  await new Promise((done) => server.close(done))
}

type Prepared = { operation: Operation; first: HttpRequest; prepare(): Promise<HttpRequest> }

async function prepareOperation(operation: Operation): Promise<Prepared> {
  const isOfBooking = operation.path.includes(':bookingId') || operation.id === 'decideMessageReport'
  const subject = markets.subjects[isOfBooking ? 1 : 0] // the consumer is to be free to book
  if (!subject) throw new Error('There is no subject')
  const prepare = async () => {
    const caller = allowedCaller(operation.access, subject)
    const request = await makeRequestFor(operation.id)(markets, subject, caller)
    return toHttp(request, credentialsFor(markets, caller, request))
  }
  return { operation, first: await prepare(), prepare }
}

const invalidRequests: HttpRequest[] = [
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

/** As SQS delivers it from a topic with raw delivery: the event itself is the body. */
async function compareBatch(): Promise<void> {
  const { composed, log } = markets.running
  const service = composed.services.find(({ name }) => name === 'booking')
  const db = composed.databases.get('booking')
  if (!service || !db) throw new Error('There is no booking service')
  const [ann, ben, shop] = [newId('person'), newId('person'), newId('business')]
  const joinedEvent = (personId: typeof ann, data: object = {}) =>
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
  const batch = toBatch([joinedEvent(ann), joinedEvent(ann, { role: 'king' }), joinedEvent(ben)])
  const [, invalid] = batch.Records
  const failed = { batchItemFailures: [{ itemIdentifier: invalid?.messageId }] }
  expect(await sqsBatch(service.consumers, log)(batch)).toEqual(failed)
  expect([await roleOf(db, ann, shop), await roleOf(db, ben, shop)]).toEqual(['staff', 'staff'])
  expect(await sqsBatch(service.consumers, log)(batch)).toEqual(failed)
}

const toBatch = (bodies: string[]): Parameters<ReturnType<typeof sqsBatch>>[0] => ({
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
