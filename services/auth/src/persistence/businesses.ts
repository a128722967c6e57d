import type { Kysely } from 'kysely'
import type { businessChanged } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

export async function project(
  db: Kysely<Database>,
  events: readonly Envelope<DataOf<typeof businessChanged>>[],
): Promise<void> {
  const rows = events.map(({ data: { id, marketId, name, status }, sequence }) => ({
    ...{ business_id: id, market_id: marketId, name, status, sequence },
  }))
  await upsertNewer(db, 'businesses', ['business_id'], ...rows)
}

/** Without a status where it has not arrived since the service keeps it. */
export const find = (db: Kysely<Database>, id: string): Promise<{ name: string; status: string | null } | undefined> =>
  db.selectFrom('businesses').select(['name', 'status']).where('business_id', '=', id).executeTakeFirst()

export async function findMarket(db: Kysely<Database>, id: Id<'business'>): Promise<Id<'market'> | undefined> {
  const market = db.selectFrom('businesses').select('market_id').where('business_id', '=', id)
  return ((await market.executeTakeFirst())?.market_id ?? undefined) as Id<'market'> | undefined
}
