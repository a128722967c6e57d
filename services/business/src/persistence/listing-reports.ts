import { sql, type Kysely, type Transaction } from 'kysely'
import type { Output } from '@buy-locals/contracts/operation'
import type { listListingReports } from '@buy-locals/contracts/business/operations'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Temporal } from 'temporal-polyfill'
import { toPublicBusiness } from '../domain/business.ts'
import { fromRow } from './business-row.ts'
import type { Database } from './database.ts'

type Report = Output<typeof listListingReports>['items'][number]
type NewReport = { id: Id<'listingReport'>; businessId: Id<'business'>; marketId: Id<'market'> } & Pick<
  Report,
  'fault' | 'note'
>

/** Of a business that is locked: how many are open, and how many came in since. */
export async function count(
  tx: Transaction<Database>,
  businessId: Id<'business'>,
  since: Temporal.Instant,
): Promise<{ open: number; recent: number }> {
  const { rows } = await sql<{ open: number; recent: number }>`
    select count(*) filter (where resolved_at is null) as open, count(*) filter (where reported_at > ${since}) as recent
    from listing_reports where business_id = ${businessId}`.execute(tx)
  return rows[0] ?? { open: 0, recent: 0 }
}

export async function insert(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  { id, businessId, marketId, fault, note }: NewReport,
): Promise<void> {
  const row = { business_id: businessId, market_id: marketId, kind: fault, note: note ?? null, reported_at: now }
  await tx
    .insertInto('listing_reports')
    .values({ id, ...row })
    .execute()
}

/** Oldest first. */
export async function listOpen(
  db: Kysely<Database>,
  { marketId, after, limit }: { marketId: Id<'market'>; after: string; limit: number },
): Promise<Report[]> {
  const rows = await db
    .selectFrom('listing_reports as report')
    .innerJoin('businesses', 'businesses.id', 'report.business_id')
    .selectAll('businesses')
    .select(['report.id as report_id', 'report.kind', 'report.note', 'report.reported_at'])
    .where('report.market_id', '=', marketId)
    .where('report.resolved_at', 'is', null)
    .where('report.id', '>', after)
    .orderBy('report.id')
    .limit(limit)
    .execute()
  return rows.map(({ report_id, kind, note, reported_at, ...business }) => ({
    id: report_id as Report['id'],
    business: toPublicBusiness(fromRow(business)),
    fault: kind as Report['fault'],
    note: note ?? undefined,
    reportedAt: toSecond(reported_at),
  }))
}

export async function findMarket(db: Kysely<Database>, id: Id<'listingReport'>): Promise<Id<'market'> | undefined> {
  const row = await db.selectFrom('listing_reports').select('market_id').where('id', '=', id).executeTakeFirst()
  return row?.market_id as Id<'market'> | undefined
}

export const resolve = (db: Kysely<Database>, id: Id<'listingReport'>, at: Temporal.Instant) =>
  db
    .updateTable('listing_reports')
    .set({ resolved_at: sql`coalesce(resolved_at, ${at})` })
    .where('id', '=', id)
    .execute()
