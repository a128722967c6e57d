import { sql, type Kysely } from 'kysely'
import type { businessChanged } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

export async function findName(db: Kysely<Database>, businessId: string): Promise<string | undefined> {
  const row = await db.selectFrom('businesses').select('name').where('business_id', '=', businessId).executeTakeFirst()
  return row?.name
}

export async function findNames(
  db: Kysely<Database>,
  businessIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (businessIds.length === 0) return new Map()
  const named = db.selectFrom('businesses').select(['business_id', 'name'])
  const rows = await named.where('business_id', '=', sql<string>`any(${businessIds})`).execute()
  return new Map(rows.map(({ business_id, name }) => [business_id, name]))
}

export async function project(
  db: Kysely<Database>,
  events: readonly Envelope<DataOf<typeof businessChanged>>[],
): Promise<void> {
  const rows = events.map(({ data: { id, name, slug, status }, sequence }) => ({
    ...{ business_id: id, name, slug, status, sequence },
  }))
  await upsertNewer(db, 'businesses', ['business_id'], ...rows)
}
