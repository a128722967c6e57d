import { gzipSync } from 'node:zlib'
import type { Wire } from '../asking/send.ts'
import { newId } from '@buy-locals/values/ids'

/** What chance has given to one case. */
export type Chance = { at: number; value: unknown; word: string }
export type Spoil = (wire: Wire, chance: Chance) => Wire

const pick = <T>(from: readonly [T, ...T[]], at: number): T => from[at % from.length] ?? from[0]
const withBody = (wire: Wire, body: string | Buffer): Wire => ({
  ...wire,
  body,
  headers: { 'content-type': 'application/json', ...wire.headers },
})
const withHeader = (wire: Wire, name: string, value: string | string[]): Wire => ({
  ...wire,
  headers: { ...wire.headers, [name]: value },
})
const without = (wire: Wire, name: string): Wire => ({
  ...wire,
  headers: Object.fromEntries(Object.entries(wire.headers).filter(([key]) => key !== name)),
})

type Json = Record<string, unknown>
const bodyOf = ({ body }: Wire): Json => {
  const parsed: unknown = body ? JSON.parse(body.toString()) : {}
  return typeof parsed === 'object' && parsed !== null ? (parsed as Json) : {}
}

/** Every place in a body that can be changed, as the keys that lead there. */
function places(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, entry]) => places(entry, [...path, key]))]
}

function changed(value: unknown, [key, ...rest]: string[], change: (at: Json, key: string) => void): unknown {
  if (key === undefined) return value
  const copy: Json = Array.isArray(value) ? (Array.from(value) as unknown as Json) : { ...(value as Json) }
  if (rest.length) copy[key] = changed(copy[key], rest, change)
  else change(copy, key)
  return copy
}

function inBody(wire: Wire, { at }: Chance, change: (at: Json, key: string) => void): Wire {
  const body = bodyOf(wire)
  const all = places(body).filter((path) => path.length > 0)
  return withBody(wire, JSON.stringify(changed(body, all[at % Math.max(1, all.length)] ?? ['name'], change)))
}

const ids = /\b(biz|bkg|svc|stf|res|per|mkt|blk|rev)_[0-9a-z]{26}\b/g
/** Mostly of years ago: for what may have been made a moment ago, the server waits two seconds. */
const nobodys = (at: number) => (_: string, prefix: string) => {
  const fresh = newId('entry').slice(4)
  return `${prefix}_${at % 5 ? `01h0000000${fresh.slice(10)}` : fresh}`
}

/** Nearly good: what a client with a mistake sends. */
export const mistakes: Record<string, Spoil> = {
  'a field is missing': (wire, chance) => inBody(wire, chance, (at, key) => void delete at[key]),
  'a field is something else': (wire, chance) => inBody(wire, chance, (at, key) => void (at[key] = chance.value)),
  'a field is empty': (wire, chance) =>
    inBody(wire, chance, (at, key) => void (at[key] = typeof at[key] === 'string' ? '' : null)),
  'a number is off': (wire, chance) =>
    inBody(wire, chance, (at, key) => void (at[key] = pick([-1, 0, 0.5, 1e9, 10_001, 2 ** 31, 2 ** 53], chance.at))),
  'a field too many': (wire, { word }) => withBody(wire, JSON.stringify({ ...bodyOf(wire), role: 'admin', [word]: 1 })),
  'things that are not there': (wire, { at }) => ({ ...wire, path: wire.path.replaceAll(ids, nobodys(at)) }),
  'another thing in the body': (wire, { at }) =>
    wire.body ? withBody(wire, wire.body.toString().replaceAll(ids, nobodys(at))) : wire,
  'an id that is none': (wire) => ({ ...wire, path: wire.path.replaceAll(ids, (id) => id.slice(0, -1)) }),
  'an id of another kind': (wire) => ({ ...wire, path: wire.path.replaceAll(ids, () => newId('entry')) }),
  'nobody asks': (wire) => without(without(wire, 'authorization'), 'x-manage-token'),
  'no body': ({ method, path, headers }) => ({ method, path, headers }),
  'no precondition': (wire) => without(without(wire, 'if-match'), 'idempotency-key'),
  'an old version': (wire) => withHeader(wire, 'if-match', '"0"'),
  'a query word is something else': (wire, { at, word }) => {
    const [path = '', query = ''] = wire.path.split('?')
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
      ...wire,
      path: `${path}?${query}&${pick(names as unknown as [string, ...string[]], at)}=${encodeURIComponent(word)}`,
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

const odd: readonly [[string, string | string[]], ...[string, string | string[]][]] = [
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

/** Broken, or meant to break something. */
export const attacks: Record<string, Spoil> = {
  'a body of another kind': (wire, { at }) => withBody(wire, pick(bodies, at)),
  'a hostile value': (wire, chance) => inBody(wire, chance, (at, key) => void (at[key] = chance.value)),
  'a hostile body': (wire, { value }) => withBody(wire, JSON.stringify(value) ?? 'undefined'),
  'another content type': (wire, { at }) => withHeader(wire, 'content-type', pick(types, at)),
  'no content type': (wire) => without(wire, 'content-type'),
  'an encoding that is none': (wire, { at }) =>
    withHeader(wire, 'content-encoding', pick(['gzip', 'br', 'deflate', 'x-nothing'], at)),
  'a bomb': (wire) => withHeader(withBody(wire, gzipSync(Buffer.alloc(20_000_000, 32))), 'content-encoding', 'gzip'),
  'a false token': (wire, { at }) => withHeader(wire, 'authorization', pick(tokens, at)),
  'false cookies': (wire, { at }) =>
    withHeader(
      without(wire, 'authorization'),
      'cookie',
      pick(
        [
          'bl_access=x; bl_refresh=%00; bl_manage=a.b',
          'bl_access=%',
          '=;;=',
          'bl_manage=bkg_0.x; a=b=c',
          '__proto__=1',
        ],
        at,
      ),
    ),
  'a false link': (wire, { at }) =>
    withHeader(wire, 'x-manage-token', pick(['x', 'é'.repeat(30), 'a'.repeat(4_000), '../'], at)),
  'a false key': (wire, { at }) =>
    withHeader(
      wire,
      'idempotency-key',
      pick(['x', 'k'.repeat(300), 'one key for all of them', '\u00e9'.repeat(20), "';drop--"], at),
    ),
  'a false precondition': (wire, { at }) =>
    withHeader(
      wire,
      'if-match',
      pick(['*', '"x"', '-1', '1e9', '99999999999999999999', 'W/"1', '', '999999999999999'], at),
    ),
  'odd headers': (wire, { at }) => withHeader(wire, ...pick(odd, at)),
  'a hostile path': (wire, { at }) => {
    const [path = '', query] = wire.path.split('?')
    const parts = path.split('/')
    parts[2 + (at % Math.max(1, parts.length - 2))] = pick(segments, at)
    return { ...wire, path: parts.join('/') + (query ? `?${query}` : '') }
  },
  'a path nearly the same': (wire, { at }) => ({
    ...wire,
    path: pick([`${wire.path.split('?')[0]}/`, wire.path.toUpperCase(), wire.path.replace('/v1/', '/v1//'), wire.path.replace('/v1', '/v2'), `${wire.path.split('?')[0]};a=b`, `${wire.path}#x`, wire.path.replace('/v1', '')], at), // prettier-ignore
  }),
  'a hostile query': (wire, { at }) => ({ ...wire, path: `${wire.path.split('?')[0]}?${pick(queries, at)}` }),
  'another method': (wire, { at }) => ({
    ...wire,
    method: pick(['PUT', 'PATCH', 'DELETE', 'POST', 'OPTIONS', 'HEAD', 'GET', 'PROPFIND'], at),
  }),
}
