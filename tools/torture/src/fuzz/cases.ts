import fc from 'fast-check'
import type { Operation } from '@buy-locals/contracts/operation'
import { operations } from '@buy-locals/contracts/operations'
import type { Wire } from '../asking/send.ts'
import { described, type Described } from './document.ts'
import { fromSchema } from './from-schema.ts'
import { attacks, mistakes, type Chance } from './spoil.ts'
import { hostileValue, line } from './words.ts'

export type Kind = 'valid' | 'from the document' | 'mistake' | 'attack'

export type Case = {
  operation: Operation
  kind: Kind
  what: string
  matter: number
  chance: Chance
  /** From the document alone: a body, and words for the query. */
  made: { body: unknown; query: Record<string, unknown> }
}

const documentOf = new Map(described.map((one) => [one.id, one]))

/** The same seed gives the same cases. Operations come in turn, each first as it should be, so that none is left out. */
export function casesFrom(seed: number, count: number): Case[] {
  const turns = Math.ceil(count / operations.length)
  const all = operations.flatMap((operation, index) =>
    fc
      .sample(caseOf(operation), { seed: seed + index, numRuns: turns })
      .map((one, turn): Case => (turn === 0 ? { ...one, ...asItShouldBe } : one)),
  )
  return Array.from(
    { length: count },
    (_, n) => all[(n % operations.length) * turns + Math.floor(n / operations.length)],
  ).filter((one) => one !== undefined)
}

const asItShouldBe = { kind: 'valid', what: 'as it should be' } as const

const kinds = fc.oneof(
  { weight: 40, arbitrary: fc.constant(asItShouldBe) },
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
  const chance = fc.record({ at: fc.nat(1_000), value: hostileValue, word: line })
  const made = madeFrom(documentOf.get(operation.id))
  return fc
    .record({ kind: kinds, matter: fc.nat(2), chance, made })
    .map(({ kind, ...rest }) => ({ operation, ...kind, ...rest }))
}

function madeFrom(document: Described | undefined): fc.Arbitrary<Case['made']> {
  const query = (document?.query ?? []).map(({ name, schema }) => [name, fromSchema(schema)] as const)
  return fc.record({
    body: document?.body ? fromSchema(document.body) : fc.constant(undefined),
    query: fc.record(Object.fromEntries(query), { requiredKeys: [] }),
  })
}

const freeWords = ['name', 'words', 'note', 'reason', 'description', 'title']

/** The request as it goes out. */
export function spoiled(wire: Wire, { kind, what, chance, made }: Case): Wire {
  if (kind === 'attack') return attacks[what]?.(wire, chance) ?? wire
  if (kind === 'mistake') return mistakes[what]?.(wire, chance) ?? wire
  return kind === 'valid' ? withWords(wire, chance.word) : fromDocument(wire, made)
}

/** Still good: people's own words are whatever they like. */
function withWords(wire: Wire, word: string): Wire {
  if (!wire.body || wire.path.endsWith('/stripe/webhook')) return wire
  const body = JSON.parse(wire.body.toString()) as Record<string, unknown>
  for (const name of freeWords) if (typeof body[name] === 'string') body[name] = word
  return { ...wire, body: JSON.stringify(body) }
}

function fromDocument(wire: Wire, { body, query }: Case['made']): Wire {
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)] as [string, string]),
  )
  const path = `${wire.path.split('?')[0]}${search.size ? `?${search.toString()}` : ''}`
  if (body === undefined) return { ...wire, path }
  return { ...wire, path, headers: { ...wire.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
