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

async function claim(
  db: Db,
  now: Temporal.Instant,
  request: IdempotentRequest,
  lease: string,
): Promise<StoredResponse | undefined> {
  const id = toKeyColumns(request)
  const request_hash = hash(JSON.stringify(request.request) ?? '')
  const leased_until = now.add({ seconds: leaseSeconds })
  const { scope, operation, key } = id
  const { rows } = await sql`
    insert into idempotency_keys as stored (scope, operation, key, request_hash, lease, leased_until, created_at)
    values (${scope}, ${operation}, ${key}, ${request_hash}, ${lease}, ${leased_until}, ${now})
    on conflict (scope, operation, key) do update set lease = excluded.lease, leased_until = excluded.leased_until
    where stored.response is null and stored.request_hash = excluded.request_hash and stored.leased_until <= ${now}
    returning lease`.execute(db)
  if (rows.length > 0) return undefined
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
