import { gzipSync } from 'node:zlib'
import { newId } from '@buy-locals/values/ids'
import type { HttpRequest } from '../requests/http.ts'

/** What was generated for one case. */
export type Random = { index: number; value: unknown; text: string }
export type Mutation = (request: HttpRequest, random: Random) => HttpRequest

const pick = <T>(items: readonly [T, ...T[]], index: number): T => items[index % items.length] ?? items[0]
const withBody = (request: HttpRequest, body: string | Buffer): HttpRequest => ({
  ...request,
  body,
  headers: { 'content-type': 'application/json', ...request.headers },
})
const withHeader = (request: HttpRequest, name: string, value: string | string[]): HttpRequest => ({
  ...request,
  headers: { ...request.headers, [name]: value },
})
const without = (request: HttpRequest, name: string): HttpRequest => ({
  ...request,
  headers: Object.fromEntries(Object.entries(request.headers).filter(([key]) => key !== name)),
})

type Json = Record<string, unknown>
export const isJson = ({ headers }: HttpRequest) => String(headers['content-type']).startsWith('application/json')

const bodyOf = (request: HttpRequest): Json => {
  const { body } = request
  const parsed: unknown = body && isJson(request) ? JSON.parse(body.toString()) : {}
  return typeof parsed === 'object' && parsed !== null ? (parsed as Json) : {}
}

/** The path of keys to every value in a body. */
function pathsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, entry]) => pathsIn(entry, [...path, key]))]
}

function changeAt(value: unknown, [key, ...rest]: string[], change: (parent: Json, key: string) => void): unknown {
  if (key === undefined) return value
  const copy: Json = Array.isArray(value) ? (Array.from(value) as unknown as Json) : { ...(value as Json) }
  if (rest.length) copy[key] = changeAt(copy[key], rest, change)
  else change(copy, key)
  return copy
}

function changeBody(request: HttpRequest, { index }: Random, change: (parent: Json, key: string) => void): HttpRequest {
  const body = bodyOf(request)
  const paths = pathsIn(body).filter((path) => path.length > 0)
  return withBody(request, JSON.stringify(changeAt(body, paths[index % Math.max(1, paths.length)] ?? ['name'], change)))
}

const ids = /\b(biz|bkg|svc|stf|res|per|mkt|blk|rev)_[0-9a-z]{26}\b/g
/** Mostly with a time of years ago: for an id that may have been created just now, the server waits two seconds. */
const unknownId = (index: number) => (_: string, prefix: string) => {
  const fresh = newId('entry').slice(4)
  return `${prefix}_${index % 5 ? `01h0000000${fresh.slice(10)}` : fresh}`
}

/** What a client with a mistake sends. */
export const mistakes: Record<string, Mutation> = {
  'a field is missing': (request, random) => changeBody(request, random, (parent, key) => void delete parent[key]),
  'a field has another value': (request, random) =>
    changeBody(request, random, (parent, key) => void (parent[key] = random.value)),
  'a field is empty': (request, random) =>
    changeBody(request, random, (parent, key) => void (parent[key] = typeof parent[key] === 'string' ? '' : null)),
  'a number is out of range': (request, random) =>
    changeBody(
      request,
      random,
      (parent, key) => void (parent[key] = pick([-1, 0, 0.5, 1e9, 10_001, 2 ** 31, 2 ** 53], random.index)),
    ),
  'an additional field': (request, { text }) =>
    withBody(request, JSON.stringify({ ...bodyOf(request), role: 'admin', [text]: 1 })),
  'unknown ids in the path': (request, { index }) => ({
    ...request,
    path: request.path.replaceAll(ids, unknownId(index)),
  }),
  'unknown ids in the body': (request, { index }) =>
    request.body ? withBody(request, request.body.toString().replaceAll(ids, unknownId(index))) : request,
  'a malformed id': (request) => ({ ...request, path: request.path.replaceAll(ids, (id) => id.slice(0, -1)) }),
  'an id of another kind': (request) => ({ ...request, path: request.path.replaceAll(ids, () => newId('entry')) }),
  'no credentials': (request) => without(without(request, 'authorization'), 'x-manage-token'),
  'no body': ({ method, path, headers }) => ({ method, path, headers }),
  'no precondition': (request) => without(without(request, 'if-match'), 'idempotency-key'),
  'an old version': (request) => withHeader(request, 'if-match', '"0"'),
  'a query parameter has another value': (request, { index, text }) => {
    const [path = '', query = ''] = request.path.split('?')
    const names = [
      ...new URLSearchParams(query).keys(),
      'limit',
      'cursor',
      'from',
      'near',
      'serviceId',
      'status',
      'format',
    ] as const
    return {
      ...request,
      path: `${path}?${query}&${pick(names as unknown as [string, ...string[]], index)}=${encodeURIComponent(text)}`,
    }
  },
}

const tokens = [
  'Bearer x',
  'Bearer',
  'Basic YTpi',
  `Bearer ${'a'.repeat(6_000)}`,
  'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJwZXJfMSJ9.',
  'Bearer a b',
] as const
const bodies: readonly [string | Buffer, ...(string | Buffer)[]] = [
  '{',
  '{"a":1,}',
  'NaN',
  '[]',
  '"text"',
  'null',
  '0',
  '\ufeff{"name":"bom"}',
  '{"name":"a","name":"b","email":"a@b.example","email":"c@d.example"}',
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  '['.repeat(20_000) + ']'.repeat(20_000),
  '{"a":'.repeat(9_000) + '1' + '}'.repeat(9_000),
  `{"name":"${'x'.repeat(70_000)}"}`,
  'x'.repeat(1_200_000),
  '{"amount":1e400,"durationMinutes":123456789012345678901234567890}',
  '{"__proto__":{"status":200},"constructor":{"prototype":{"x":1}}}',
]
const types = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json; charset=x',
  'multipart/form-data',
  'application/jsonp',
  ';',
] as const
const segments = [
  '%00',
  '%',
  '%ff',
  '..%2f..%2fetc',
  "'%20OR%201=1",
  'biz_7zzzzzzzzzzzzzzzzzzzzzzzzz',
  '__proto__',
  'x'.repeat(7_000),
  '%F0%9F%98%80',
  '-',
  '*',
  'null',
  '%2e',
  'a%0d%0ab',
] as const
const queries = ['a[b]=1&a[c]=2', 'limit=1&limit=2', 'limit=-1', 'limit=1e9', '__proto__=1&limit=1', 'near=0,0&near=1,1', 'cursor=%00', `q=${'y'.repeat(5_000)}`, 'cursor=eyJhIjoxfQ', 'bbox=-180,-90,180,90', 'near=90,180', 'near=-90,-180&radius=100000', '%', '=&=&&', 'from=0000-01-01&to=9999-12-31', 'openAt=9999-12-31T23:59:59Z', 'to=-271821-04-20'] as const // prettier-ignore

const unusualHeaders: readonly [[string, string | string[]], ...[string, string | string[]][]] = [
  ['accept-language', 'x'.repeat(3_000)],
  ['accept-language', 'zz-ZZ-x-y,*;q=2'],
  ['x-app-version', '0.0.1'],
  ['x-app-version', 'NaN.x'],
  ['origin', 'https://evil.example'],
  ['origin', 'null'],
  ['x-forwarded-for', "1.1.1.1, ' OR 1=1"],
  ['accept', 'image/png'],
  ['accept-encoding', 'br;q=0, identity;q=0, *;q=0'],
  ['if-none-match', '*'],
  ['range', 'bytes=0-0'],
  ['x-request-id', '${jndi:ldap://x}'],
  ['x-http-method-override', 'DELETE'],
  ['cookie', ['bl_access=a', 'bl_access=b']],
  ['stripe-signature', 't=1,v1=ab,v1=,t=x'],
  ['host', 'evil.example'],
]

/** Invalid, or meant to do harm. */
export const attacks: Record<string, Mutation> = {
  'an invalid body': (request, { index }) => withBody(request, pick(bodies, index)),
  'a hostile value': (request, random) =>
    changeBody(request, random, (parent, key) => void (parent[key] = random.value)),
  'a hostile body': (request, { value }) => withBody(request, JSON.stringify(value) ?? 'undefined'),
  'another content type': (request, { index }) => withHeader(request, 'content-type', pick(types, index)),
  'no content type': (request) => without(request, 'content-type'),
  'a wrong content encoding': (request, { index }) =>
    withHeader(request, 'content-encoding', pick(['gzip', 'br', 'deflate', 'x-nothing'], index)),
  'a compression bomb': (request) =>
    withHeader(withBody(request, gzipSync(Buffer.alloc(20_000_000, 32))), 'content-encoding', 'gzip'),
  'an invalid access token': (request, { index }) => withHeader(request, 'authorization', pick(tokens, index)),
  'invalid cookies': (request, { index }) =>
    withHeader(
      without(request, 'authorization'),
      'cookie',
      pick(
        [
          'bl_access=x; bl_refresh=%00; bl_manage=a.b',
          'bl_access=%',
          '=;;=',
          'bl_manage=bkg_0.x; a=b=c',
          '__proto__=1',
        ],
        index,
      ),
    ),
  'an invalid manage token': (request, { index }) =>
    withHeader(request, 'x-manage-token', pick(['x', 'é'.repeat(30), 'a'.repeat(4_000), '../'], index)),
  'an invalid idempotency key': (request, { index }) =>
    withHeader(
      request,
      'idempotency-key',
      pick(['x', 'k'.repeat(300), 'one key for all of them', '\u00e9'.repeat(20), "';drop--"], index),
    ),
  'an invalid precondition': (request, { index }) =>
    withHeader(
      request,
      'if-match',
      pick(['*', '"x"', '-1', '1e9', '99999999999999999999', 'W/"1', '', '999999999999999'], index),
    ),
  'unusual headers': (request, { index }) => withHeader(request, ...pick(unusualHeaders, index)),
  'a hostile path': (request, { index }) => {
    const [path = '', query] = request.path.split('?')
    const parts = path.split('/')
    parts[2 + (index % Math.max(1, parts.length - 2))] = pick(segments, index)
    return { ...request, path: parts.join('/') + (query ? `?${query}` : '') }
  },
  'a similar path': (request, { index }) => ({
    ...request,
    path: pick([`${request.path.split('?')[0]}/`, request.path.toUpperCase(), request.path.replace('/v1/', '/v1//'), request.path.replace('/v1', '/v2'), `${request.path.split('?')[0]};a=b`, `${request.path}#x`, request.path.replace('/v1', '')], index), // prettier-ignore
  }),
  'a hostile query': (request, { index }) => ({
    ...request,
    path: `${request.path.split('?')[0]}?${pick(queries, index)}`,
  }),
  'another method': (request, { index }) => ({
    ...request,
    method: pick(['PUT', 'PATCH', 'DELETE', 'POST', 'OPTIONS', 'HEAD', 'GET', 'PROPFIND'], index),
  }),
}
