import type { Kysely } from 'kysely'
import type { claimDecided, claimFiled } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { findErased } from '@buy-locals/service-kit/erasure'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import { Temporal } from 'temporal-polyfill'
import type { Database } from './database.ts'

type ClaimEvent = Envelope<DataOf<typeof claimFiled> | DataOf<typeof claimDecided>>

/** A decided claim has no market: no operator reads any more who claimed it. */
export async function project(db: Kysely<Database>, events: readonly ClaimEvent[]): Promise<void> {
  const erased = await findErased<Database>(
    db,
    events.map(({ data }) => data.personId),
  )
  const rows = events
    .filter(({ data }) => !erased.has(data.personId))
    .map(({ subject, data, at, sequence }) => ({
      ...{ claim_id: subject, person_id: data.personId, market_id: 'marketId' in data ? data.marketId : null },
      ...{ changed_at: Temporal.Instant.from(at), sequence },
    }))
  await upsertNewer(db, 'claims', ['claim_id'], ...rows)
}

/** Of a claim that waits for the operator. */
export async function findClaimant(db: Kysely<Database>, claimId: Id<'claim'>) {
  const row = await db
    .selectFrom('claims')
    .innerJoin('people', 'people.id', 'claims.person_id')
    .select(['name', 'email', 'email_verified', 'market_id'])
    .where('claim_id', '=', claimId)
    .where('market_id', 'is not', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { name, email, email_verified: emailVerified, market_id: marketId } = row
  return { marketId: marketId as Id<'market'>, claimant: { name, email, emailVerified } }
}
