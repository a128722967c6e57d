import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { Problem, problemDocument, problems } from '@buy-locals/contracts/problem'
import type { Clock } from './clock.ts'
import type { Db, Tx } from './kit-tables.ts'
import type { StoredResponse } from './reply.ts'
import { decrypt, encrypt } from './encryption.ts'
import { together } from './together.ts'

/** Whose request, which operation, which key, and the request itself. */
export type IdempotentRequest = { caller: string; operation: string; key: string; request: unknown }

type Store = (tx: Tx, response: StoredResponse) => Promise<void>
type Refused = { request: IdempotentRequest; lease: string; response: StoredResponse }

const leaseSeconds = 30

/** The first request with a key runs; later ones get the same response. A crash frees the key when its lease expires. */
export async function runOnce(
  db: Db,
  clock: Clock,
  request: IdempotentRequest,
  run: (store: Store) => Promise<StoredResponse>,
): Promise<StoredResponse> {
  const lease = randomUUID()
  const stored = await claim(db, clock(), request, lease)
  if (stored) return { ...stored, headers: { ...stored.headers, 'idempotency-replayed': 'true' } }
  try {
    let isKept = false
    const response = await run(async (tx, early) => {
      if (!(await store(tx, request, lease, early))) throw inProgress() // the lease expired and another request has begun
      isKept = true
    })
    if (!isKept) await store(db, request, lease, response)
    return response
  } catch (error) {
    if (error instanceof Problem && isFinal(error))
      await storeRefusal(db, { request, lease, response: toStoredResponse(error) })
    else await release(db, request, lease)
    throw error
  }
}

async function store(
  db: Db | Tx,
  request: IdempotentRequest,
  lease: string,
  response: StoredResponse,
): Promise<boolean> {
  const { scope, operation, key } = toKeyColumns(request)
  // A response stored with its effect stays, whatever happens afterwards.
  const { numAffectedRows } = await sql`
    update idempotency_keys set response = ${encrypt(request.key, JSON.stringify(response))}
    where scope = ${scope} and operation = ${operation} and key = ${key} and lease = ${lease} and response is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}

/** Many who are refused the same at once are one statement. */
const storeRefusal = together(async (db: Db, each: readonly Refused[]) => {
  const ids = each.map(({ request }) => toKeyColumns(request))
  const responses = each.map(({ request, response }) => encrypt(request.key, JSON.stringify(response)))
  await sql`
    update idempotency_keys set response = refused.response
    from unnest(${ids.map(({ scope }) => scope)}::text[], ${ids.map(({ operation }) => operation)}::text[],
      ${ids.map(({ key }) => key)}::text[], ${each.map(({ lease }) => lease)}::text[], ${responses}::text[])
      as refused (scope, operation, key, lease, response)
    where idempotency_keys.scope = refused.scope and idempotency_keys.operation = refused.operation
      and idempotency_keys.key = refused.key and idempotency_keys.lease = refused.lease
      and idempotency_keys.response is null`.execute(db)
})

async function release(db: Db, request: IdempotentRequest, lease: string): Promise<void> {
  const own = { ...toKeyColumns(request), lease }
  await db
    .deleteFrom('idempotency_keys')
    .where((row) => row.and(own))
    .where('response', 'is', null)
    .execute()
}

type Claim = ReturnType<typeof toClaim>

const toClaim = (now: Temporal.Instant, request: IdempotentRequest, lease: string) => ({
  ...toKeyColumns(request),
  request_hash: hash(JSON.stringify(request.request) ?? ''),
  lease,
  leased_until: now.add({ seconds: leaseSeconds }),
  created_at: now,
})

/** Many new keys at once are one statement, which waits for nobody who has one of them. In one order, so that two statements of this kind never wait for each other. */
const claimNew = together(async (db: Db, each: readonly Claim[]) => {
  const sorted = each.toSorted((one, other) => (one.scope + one.key < other.scope + other.key ? -1 : 1))
  const column = (name: keyof Claim) => sorted.map((claim) => claim[name])
  const { rows } = await sql<{ lease: string }>`
    insert into idempotency_keys (scope, operation, key, request_hash, lease, leased_until, created_at)
    select * from unnest(${column('scope')}::text[], ${column('operation')}::text[], ${column('key')}::text[],
      ${column('request_hash')}::text[], ${column('lease')}::text[],
      ${column('leased_until')}::timestamptz[], ${column('created_at')}::timestamptz[])
    on conflict do nothing
    returning lease`.execute(db)
  const claimed = new Set(rows.map(({ lease }) => lease))
  return each.map(({ lease }) => claimed.has(lease))
})

async function claim(
  db: Db,
  now: Temporal.Instant,
  request: IdempotentRequest,
  lease: string,
): Promise<StoredResponse | undefined> {
  const own = toClaim(now, request, lease)
  if (await claimNew(db, own)) return undefined
  const id = toKeyColumns(request)
  const { request_hash, leased_until } = own
  const { numUpdatedRows } = await db
    .updateTable('idempotency_keys')
    .set({ lease, leased_until })
    .where((row) => row.and({ ...id, request_hash }))
    .where('response', 'is', null)
    .where((row) => row.or([row('leased_until', '<=', now), row('lease', '=', lease)]))
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 1n) return undefined
  const existing = await db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'response'])
    .where((key) => key.and(id))
    .executeTakeFirst()
  if (existing && existing.request_hash !== request_hash) {
    throw new Problem('idempotency/key-reused', 'This Idempotency-Key was used before with another request')
  }
  if (!existing?.response) throw inProgress()
  return JSON.parse(decrypt(request.key, existing.response)) as StoredResponse
}

const inProgress = () => new Problem('idempotency/in-progress', 'Ask again in a moment', { retryAfter: 1 })

/** A refusal that a retry cannot change. */
const isFinal = ({ code }: Problem): boolean => {
  const { status } = problems[code]
  return status < 500 && status !== 401 && status !== 429 && code !== 'idempotency/in-progress'
}

const toStoredResponse = (problem: Problem): StoredResponse => ({
  status: problems[problem.code].status,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify(problemDocument(problem)),
})

const toKeyColumns = ({ caller, operation, key }: IdempotentRequest) => ({
  scope: hash(caller),
  operation,
  key: hash(key),
})

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
