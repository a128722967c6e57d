import { expect, test } from 'vitest'
import type { Answer } from '../asking/send.ts'
import { faultsOf } from './judge.ts'

const get = (path: string, method = 'GET') => ({ method, path, headers: {} })
const answer = (
  status: number,
  body: unknown,
  type = 'application/json; charset=utf-8',
  more: object = {},
): Answer => ({
  status,
  headers: { 'content-type': type, 'x-request-id': 'req_0123456789', ...more },
  body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
})
const problem = (status: number, code: string, more = {}) =>
  answer(status, { type: code, code, title: 'Title', status, detail: 'Detail' }, 'application/problem+json', more)

test('an answer that the document promises is no fault', () => {
  expect(faultsOf(get('/v1/markets'), answer(200, { items: [] }))).toEqual([])
  expect(faultsOf(get('/v1/me'), problem(401, 'unauthenticated'))).toEqual([])
  expect(faultsOf(get('/v1/nowhere'), problem(404, 'not-found'))).toEqual([])
  expect(faultsOf(get('/v1/me/notifications/read', 'POST'), answer(204, undefined))).toEqual([])
})

test('what it does not promise is a fault, and so is anything of our own', () => {
  const faults = (wire: ReturnType<typeof get>, given: Answer) => faultsOf(wire, given).join()
  expect(faults(get('/v1/markets'), problem(500, 'internal'))).toContain('our own fault')
  expect(faults(get('/v1/markets'), answer(200, { items: [{ id: 'x' }] }))).toContain('body: /items/0')
  expect(faults(get('/v1/markets'), answer(201, { items: [] }))).toContain('status not in the document')
  expect(faults(get('/v1/markets'), answer(200, { items: [] }, 'text/html'))).toContain('content type text/html')
  expect(faults(get('/v1/nowhere'), answer(200, {}))).toContain('an unlisted address answers')
  expect(faults(get('/v1/me'), answer(401, { error: 'no' }))).toContain('no problem document')
  expect(faults(get('/v1/me'), problem(429, 'too-many-requests'))).toContain('without Retry-After')
  expect(faults(get('/v1/me/notifications/read', 'POST'), answer(204, {}))).toContain(
    'a body where there should be none',
  )
  expect(faults(get('/v1/markets'), answer(200, { items: [] }, 'application/json', { 'x-request-id': '' }))).toContain(
    'x-request-id',
  )
})
