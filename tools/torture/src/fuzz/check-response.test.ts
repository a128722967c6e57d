import { expect, test } from 'vitest'
import type { HttpRequest, HttpResponse } from '../requests/http.ts'
import { findViolations } from './check-response.ts'

const get = (path: string, method = 'GET'): HttpRequest => ({ method, path, headers: {} })
const respond = (
  status: number,
  body: unknown,
  type = 'application/json; charset=utf-8',
  headers: object = {},
): HttpResponse => ({
  status,
  headers: { 'content-type': type, 'x-request-id': 'req_0123456789', ...headers },
  body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
})
const problem = (status: number, code: string) =>
  respond(status, { type: code, code, title: 'Title', status, detail: 'Detail' }, 'application/problem+json')

test('a response that the document promises has no violations', () => {
  expect(findViolations(get('/v1/markets'), respond(200, { items: [] }))).toEqual([])
  expect(findViolations(get('/v1/me'), problem(401, 'unauthenticated'))).toEqual([])
  expect(findViolations(get('/v1/nowhere'), problem(404, 'not-found'))).toEqual([])
  expect(findViolations(get('/v1/me/notifications/read', 'POST'), respond(204, undefined))).toEqual([])
})

test('a response that the document does not promise is a violation, and so is an internal error', () => {
  const violations = (request: HttpRequest, response: HttpResponse) => findViolations(request, response).join()
  expect(violations(get('/v1/markets'), problem(500, 'internal'))).toContain('an internal error')
  expect(violations(get('/v1/markets'), respond(200, { items: [{ id: 'x' }] }))).toContain('body: /items/0')
  expect(violations(get('/v1/markets'), respond(201, { items: [] }))).toContain('status not in the document')
  expect(violations(get('/v1/markets'), respond(200, { items: [] }, 'text/html'))).toContain('content type text/html')
  expect(violations(get('/v1/nowhere'), respond(200, {}))).toContain('an unlisted address responds')
  expect(violations(get('/v1/me'), respond(401, { error: 'no' }))).toContain('no problem document')
  expect(violations(get('/v1/me'), problem(429, 'too-many-requests'))).toContain('without Retry-After')
  expect(violations(get('/v1/me/notifications/read', 'POST'), respond(204, {}))).toContain(
    'a body where there should be none',
  )
  const withoutId = respond(200, { items: [] }, 'application/json', { 'x-request-id': '' })
  expect(violations(get('/v1/markets'), withoutId)).toContain('x-request-id')
})
