import { book } from '@buy-locals/contracts/booking/operations'
import { searchBusinesses } from '@buy-locals/contracts/business/operations'
import { readMe } from '@buy-locals/contracts/auth/operations'
import { newId } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { address, api } from './api.ts'
import { Refusal } from './refusal.ts'

type Sent = { url: string; method: string; headers: Record<string, string>; body: unknown }

/** Answers what the test says, in that order, and keeps what was asked. */
function answering(...responses: Response[]) {
  const sent: Sent[] = []
  const fetch = (url: string | URL | Request, init?: RequestInit) => {
    sent.push({
      url: String(url as string),
      method: init?.method ?? 'GET',
      headers: init?.headers as Record<string, string>,
      body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    })
    return Promise.resolve(responses.shift() ?? new Response(undefined, { status: 204 }))
  }
  return { sent, fetch }
}

const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ code, detail: `It is ${code}`, alternatives: [1] }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })
const body = { businessId: newId('business'), serviceId: newId('service'), start: '2026-03-20T09:00:00Z' }

test('the same press keeps its idempotency key while the client waits for a fact on its way', async () => {
  const { sent, fetch } = answering(
    problem(503, 'not-yet', { 'retry-after': '0' }),
    Response.json({ id: 'x' }, { status: 201 }),
  )
  await api({ baseUrl: 'http://127.0.0.1', fetch })(book, { body })
  expect(sent).toHaveLength(2)
  expect(sent[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/)
  expect(sent[1]?.headers['idempotency-key']).toBe(sent[0]?.headers['idempotency-key'])
  expect(sent[0]?.body).toEqual(body)
})

test('a refusal brings its code and what travels beside it', async () => {
  const { fetch } = answering(problem(409, 'booking/slot-taken'))
  const refusal: unknown = await api({ baseUrl: '', fetch })(book, { body }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({
    code: 'booking/slot-taken',
    status: 409,
    message: 'It is booking/slot-taken',
    members: { alternatives: [1] },
  })
})

test('a response that is not a problem document is a refusal too', async () => {
  const { fetch } = answering(new Response('<h1>Bad gateway</h1>', { status: 502 }))
  await expect(api({ baseUrl: '', fetch })(readMe, {})).rejects.toMatchObject({ code: 'internal', status: 502 })
})

test('whoever signs in again goes on with the same request, and the same key', async () => {
  const refused = () => problem(401, 'unauthenticated')
  const { fetch, sent } = answering(refused(), refused(), Response.json({}, { status: 201 }))
  const steps: string[] = []
  const call = api({
    baseUrl: '',
    fetch,
    renew: async () => Boolean(steps.push('renew')),
    signInAgain: async () => Boolean(steps.push('sign in')),
  })
  await call(book, { body })
  expect(steps).toEqual(['renew', 'sign in'])
  expect(sent.map(({ body: each }) => each)).toEqual([body, body, body])
  expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
})

test('a session that ran out is renewed once, and not again and again', async () => {
  const { sent, fetch } = answering(problem(401, 'unauthenticated'), problem(401, 'unauthenticated'))
  let renewed = 0
  const call = api({ baseUrl: '', fetch, renew: () => Promise.resolve(Boolean(++renewed)) })
  await expect(call(readMe, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  expect({ sent: sent.length, renewed }).toEqual({ sent: 2, renewed: 1 })
})

test('what people type cannot leave its place in the address', () => {
  expect(address('', searchBusinesses, { query: { q: 'a&limit=9#?', near: undefined } })).toBe(
    '/v1/businesses?q=a%26limit%3D9%23%3F',
  )
  const path = { ...searchBusinesses, path: '/x/:name' as const }
  expect(address('', path, { params: { name: '../y?z' } })).toBe('/v1/x/..%2Fy%3Fz')
})
