import { afterAll, beforeAll, expect, test } from 'vitest'
import { ratingChanged } from '@buy-locals/contracts/review/events'
import { createLog } from '@buy-locals/service-kit/log'
import { authenticateTest } from '@buy-locals/service-kit/testing/service'
import { newId } from '@buy-locals/values/ids'
import { lambda } from '../src/lambda.ts'
import { near, withOwnDeps, startBusiness } from './support.ts'

type Lambda = ReturnType<typeof lambda>
type Request = Parameters<Lambda['http']>[0]
type Context = Parameters<Lambda['http']>[1]
type Batch = Parameters<Lambda['events']>[0]

let town: Awaited<ReturnType<typeof startBusiness>>
const published: string[] = []
const onLambda = () =>
  lambda(
    withOwnDeps({
      ...{ db: town.db, clock: town.clock, log: createLog({ level: 'silent' }), authenticate: authenticateTest },
      allowedOrigins: [],
      publish: async (events) => {
        published.push(...events.map(({ type }) => type))
        return events.map(({ id }) => id)
      },
    }),
  )
beforeAll(async () => {
  town = await startBusiness()
})
afterAll(() => town[Symbol.asyncDispose]())

const get = (path: string, query: string): Request => ({
  ...{ version: '2.0', routeKey: '$default', rawPath: path, rawQueryString: query, isBase64Encoded: false },
  headers: { host: 'api.example' },
  requestContext: {
    ...{
      accountId: '1',
      apiId: 'a',
      domainName: 'api.example',
      domainPrefix: 'api',
      requestId: 'r',
      routeKey: '$default',
    },
    ...{ stage: '$default', time: '20/Mar/2026:07:00:00 +0000', timeEpoch: 1_773_990_000_000 },
    http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.7', userAgent: 'test' },
  },
})

test('a search has the same response on Lambda', async () => {
  await town.publish({ name: 'Both ways' })
  for (const query of [`near=${near}&q=both`, 'near=NaN', `near=${near}&openNow=true&limit=1`]) {
    const [onAws, onServer] = await Promise.all([
      onLambda().http(get('/v1/businesses', query), {} as Context),
      fetch(`${town.url}/v1/businesses?${query}`),
    ])
    expect(onAws.statusCode).toBe(onServer.status)
    expect(JSON.parse(onAws.body ?? '')).toEqual(await onServer.json())
  }
})

test('a bad message in a batch comes back alone, and recorded events are published on schedule', async () => {
  const { id: businessId } = await town.publish({ name: 'Rated by queue' })
  const data = { businessId, mean: 5, count: 1, byStars: [0, 0, 0, 0, 1], bayes: 4.1, version: 1 }
  const good = {
    id: newId('event'),
    type: ratingChanged.type,
    subject: businessId,
    sequence: 1,
    at: '2026-03-20T07:00:00Z',
    data,
  }
  const batch = {
    Records: [
      ['one', JSON.stringify(good)],
      ['two', '{'],
    ].map(([messageId, body]) => ({ messageId, body, attributes: { ApproximateReceiveCount: '1' } })),
  }
  expect(await onLambda().events(batch as Batch)).toEqual({ batchItemFailures: [{ itemIdentifier: 'two' }] })
  expect((await town.read(businessId)).body.rating).toEqual({ mean: 5, count: 1 })
  await onLambda().schedule()
  expect(published).toContain('business.changed.v1')
})
