import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Output } from '@buy-locals/contracts/operation'
import type { claimBusiness, listClaims } from '@buy-locals/contracts/business/operations'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Temporal } from 'temporal-polyfill'
import { toPublicBusiness } from '../domain/business.ts'
import { fromRow as toBusiness } from './business-row.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>
export type Claim = Output<typeof claimBusiness> & {
  marketId: Id<'market'>
  personId: Id<'person'>
  expiresAt: Temporal.Instant | undefined
}

const open = ['mailed', 'pending']

const fromRow = (
  row: Pick<
    Selectable<Database['claims']>,
    'id' | 'business_id' | 'market_id' | 'person_id' | 'status' | 'created_at' | 'expires_at'
  >,
): Claim => ({
  id: row.id as Id<'claim'>,
  businessId: row.business_id as Id<'business'>,
  marketId: row.market_id as Id<'market'>,
  personId: row.person_id as Id<'person'>,
  status: row.status as Claim['status'],
  createdAt: toSecond(row.created_at),
  expiresAt: row.expires_at ?? undefined,
})

export async function find(db: Db, id: Id<'claim'>): Promise<Claim | undefined> {
  const row = await db.selectFrom('claims').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function findByToken(db: Db, tokenHash: string): Promise<Claim | undefined> {
  const row = await db.selectFrom('claims').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && fromRow(row)
}

/** Of a business that is locked. */
export async function listOpenOf(tx: Tx, businessId: Id<'business'>): Promise<Claim[]> {
  const rows = await tx
    .selectFrom('claims')
    .selectAll()
    .where('business_id', '=', businessId)
    .where('status', 'in', open)
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

type Change = {
  status: Claim['status']
  note?: string | undefined
  tokenHash?: string | undefined
  expiresAt?: Temporal.Instant | undefined
}

const toRow = ({ status, note, tokenHash, expiresAt }: Change) => ({
  status,
  note: note ?? null,
  token_hash: tokenHash ?? null,
  expires_at: expiresAt ?? null,
})

export async function insert(
  tx: Tx,
  now: Temporal.Instant,
  claim: Pick<Claim, 'id' | 'businessId' | 'marketId' | 'personId'> & Change,
): Promise<void> {
  const { id, businessId, marketId, personId } = claim
  const ids = { id, business_id: businessId, market_id: marketId, person_id: personId }
  await tx
    .insertInto('claims')
    .values({ ...ids, ...toRow(claim), created_at: now })
    .execute()
}

export const update = (tx: Tx, id: Id<'claim'>, change: Change) =>
  tx.updateTable('claims').set(toRow(change)).where('id', '=', id).execute()

export const decide = (
  tx: Tx,
  id: Id<'claim'>,
  now: Temporal.Instant,
  decision: { status: 'approved' | 'rejected'; reason?: string | undefined },
) =>
  tx
    .updateTable('claims')
    .set({ status: decision.status, reason: decision.reason ?? null, decided_at: now })
    .where('id', '=', id)
    .where('status', 'in', open)
    .execute()

type ToDecide = Output<typeof listClaims>['items'][number]

/** Oldest first. */
export async function listPending(
  db: Db,
  { marketId, after, limit }: { marketId: Id<'market'>; after: string; limit: number },
): Promise<ToDecide[]> {
  const rows = await db
    .selectFrom('claims')
    .innerJoin('businesses', 'businesses.id', 'claims.business_id')
    .selectAll('businesses')
    .select(['claims.id as claim_id', 'claims.note', 'claims.created_at'])
    .where('claims.market_id', '=', marketId)
    .where('claims.status', '=', 'pending')
    .where('claims.id', '>', after)
    .orderBy('claims.id')
    .limit(limit)
    .execute()
  return rows.map(({ claim_id, note, created_at, ...business }) => ({
    ...{ id: claim_id as Id<'claim'>, businessId: business.id as Id<'business'>, status: 'pending' as const },
    business: toPublicBusiness(toBusiness(business)),
    note: note ?? undefined,
    createdAt: toSecond(created_at),
  }))
}

export async function ofPerson(
  db: Db,
  personId: Id<'person'>,
): Promise<(Output<typeof claimBusiness> & { note: string | undefined })[]> {
  const rows = await db.selectFrom('claims').selectAll().where('person_id', '=', personId).orderBy('id').execute()
  return rows.map((row) => {
    const { id, businessId, status, createdAt } = fromRow(row)
    return { id, businessId, status, createdAt, note: row.note ?? undefined }
  })
}

export const erase = (db: Db, personId: Id<'person'>) =>
  sql`delete from claims where person_id = ${personId}`.execute(db)
