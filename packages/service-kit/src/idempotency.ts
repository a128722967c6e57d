import { createHash, randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { Problem, problemDocument, problems } from '@buy-locals/contracts/problem'
import type { Clock } from './clock.ts'
import type { Db, Tx } from './kit-tables.ts'
import type { Answered } from './reply.ts'
import { decrypt, encrypt } from './encryption.ts'

/** Whose request, which operation, which key, and what was asked. */
export type Asked = { caller: string; operation: string; key: string; request: unknown }

type Keep = (tx: Tx, answer: Answered) => Promise<void>

const leaseSeconds = 30

/** The first request with a key runs; those that come after it get the same answer. A crash frees the key when its lease runs out. */
export async function once(
  db: Db,
  clock: Clock,
  asked: Asked,
  run: (keep: Keep) => Promise<Answered>,
): Promise<Answered> {
  const lease = randomUUID()
  const known = await claim(db, clock(), asked, lease)
  if (known) return { ...known, headers: { ...known.headers, 'idempotency-replayed': 'true' } }
  try {
    const answer = await run(async (tx, early) => {
      if (!(await keep(tx, asked, lease, early))) throw inProgress() // it took us so long that another has begun
    })
    await keep(db, asked, lease, answer)
    return answer
  } catch (error) {
    if (error instanceof Problem && isLasting(error)) await keep(db, asked, lease, refusal(error))
    else await release(db, asked, lease)
    throw error
  }
}

async function keep(db: Db | Tx, asked: Asked, lease: string, answer: Answered): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('idempotency_keys')
    .set({ answer: encrypt(asked.key, JSON.stringify(answer)) })
    .where((row) => row.and({ ...idOf(asked), lease }))
    .where('answer', 'is', null) // what was kept with its effect stays, whatever happens after it
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

async function release(db: Db, asked: Asked, lease: string): Promise<void> {
  const mine = { ...idOf(asked), lease }
  await db
    .deleteFrom('idempotency_keys')
    .where((row) => row.and(mine))
    .where('answer', 'is', null)
    .execute()
}

async function claim(db: Db, now: Temporal.Instant, asked: Asked, lease: string): Promise<Answered | undefined> {
  const id = idOf(asked)
  const request_hash = hash(JSON.stringify(asked.request) ?? '')
  const leased_until = now.add({ seconds: leaseSeconds })
  const row = { ...id, request_hash, lease, leased_until, created_at: now }
  const inserted = await db
    .insertInto('idempotency_keys')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['scope', 'operation', 'key'])
        .doUpdateSet({ lease, leased_until })
        .where('idempotency_keys.answer', 'is', null)
        .where('idempotency_keys.request_hash', '=', request_hash)
        .where('idempotency_keys.leased_until', '<=', now),
    )
    .returning('lease')
    .executeTakeFirst()
  if (inserted) return undefined
  const known = await db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'answer'])
    .where((key) => key.and(id))
    .executeTakeFirst()
  if (known && known.request_hash !== request_hash) {
    throw new Problem('idempotency/key-reused', 'This Idempotency-Key came before with another request')
  }
  if (!known?.answer) throw inProgress()
  return JSON.parse(decrypt(asked.key, known.answer)) as Answered
}

const inProgress = () => new Problem('idempotency/in-progress', 'Ask again in a moment', { retryAfter: 1 })

/** A refusal that another try cannot change. */
const isLasting = ({ code }: Problem): boolean => {
  const { status } = problems[code]
  return status < 500 && status !== 401 && status !== 429 && code !== 'idempotency/in-progress'
}

const refusal = (problem: Problem): Answered => ({
  status: problems[problem.code].status,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify(problemDocument(problem)),
})

const idOf = ({ caller, operation, key }: Asked) => ({ scope: hash(caller), operation, key: hash(key) })

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
