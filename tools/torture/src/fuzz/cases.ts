import fc from 'fast-check'
import type { Operation } from '@buy-locals/contracts/operation'
import { operations } from '@buy-locals/contracts/operations'
import type { HttpRequest } from '../requests/http.ts'
import { fromSchema } from './from-schema.ts'
import { isJson, attacks, mistakes, type Random } from './mutations.ts'
import { documentedOperations, type DocumentedOperation } from './openapi.ts'
import { hostileValue, line } from './values.ts'

export type Kind = 'valid' | 'from the document' | 'mistake' | 'attack'

export type Case = {
  operation: Operation
  kind: Kind
  what: string
  subject: number
  random: Random
  /** Generated from the document alone. */
  generated: { body: unknown; query: Record<string, unknown> }
}

const documented = new Map(documentedOperations.map((operation) => [operation.id, operation]))

/** The same seed gives the same cases. Operations take turns, and the first request to each is valid. */
export function generateCases(seed: number, count: number): Case[] {
  const turns = Math.ceil(count / operations.length)
  const all = operations.flatMap((operation, index) =>
    fc
      .sample(caseOf(operation), { seed: seed + index, numRuns: turns })
      .map((one, turn): Case => (turn === 0 ? { ...one, ...valid } : one)),
  )
  return Array.from(
    { length: count },
    (_, n) => all[(n % operations.length) * turns + Math.floor(n / operations.length)],
  ).filter((one) => one !== undefined)
}

const valid = { kind: 'valid', what: 'unchanged' } as const

const kinds = fc.oneof(
  { weight: 40, arbitrary: fc.constant(valid) },
  { weight: 12, arbitrary: fc.constant({ kind: 'from the document' as const, what: 'whatever it allows' }) },
  {
    weight: 22,
    arbitrary: fc.constantFrom(...Object.keys(mistakes)).map((what) => ({ kind: 'mistake' as const, what })),
  },
  {
    weight: 26,
    arbitrary: fc.constantFrom(...Object.keys(attacks)).map((what) => ({ kind: 'attack' as const, what })),
  },
)

function caseOf(operation: Operation): fc.Arbitrary<Case> {
  const random = fc.record({ index: fc.nat(1_000), value: hostileValue, text: line })
  const generated = generateFrom(documented.get(operation.id))
  return fc
    .record({ kind: kinds, subject: fc.nat(2), random, generated })
    .map(({ kind, ...rest }) => ({ operation, ...kind, ...rest }))
}

function generateFrom(document: DocumentedOperation | undefined): fc.Arbitrary<Case['generated']> {
  const query = (document?.query ?? []).map(({ name, schema }) => [name, fromSchema(schema)] as const)
  return fc.record({
    body: document?.body ? fromSchema(document.body) : fc.constant(undefined),
    query: fc.record(Object.fromEntries(query), { requiredKeys: [] }),
  })
}

const textFields = ['name', 'text', 'note', 'reason', 'description', 'title']

export function mutate(request: HttpRequest, { kind, what, random, generated }: Case): HttpRequest {
  if (kind === 'attack') return attacks[what]?.(request, random) ?? request
  if (kind === 'mistake') return mistakes[what]?.(request, random) ?? request
  return kind === 'valid' ? withText(request, random.text) : fromDocument(request, generated)
}

/** Still valid: people may write any text. */
function withText(request: HttpRequest, text: string): HttpRequest {
  if (!request.body || !isJson(request) || request.path.endsWith('/stripe/webhook')) return request
  const body = JSON.parse(request.body.toString()) as Record<string, unknown>
  for (const name of textFields) if (typeof body[name] === 'string') body[name] = text
  return { ...request, body: JSON.stringify(body) }
}

function fromDocument(request: HttpRequest, { body, query }: Case['generated']): HttpRequest {
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)] as [string, string]),
  )
  const path = `${request.path.split('?')[0]}${search.size ? `?${search.toString()}` : ''}`
  if (body === undefined) return { ...request, path }
  return {
    ...request,
    path,
    headers: { ...request.headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}
