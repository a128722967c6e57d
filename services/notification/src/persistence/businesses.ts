import type { Kysely, Transaction } from 'kysely'
import type { businessChanged } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

export async function findName(db: Kysely<Database>, businessId: string): Promise<string | undefined> {
  const row = await db.selectFrom('businesses').select('name').where('business_id', '=', businessId).executeTakeFirst()
  return row?.name
}

/** Undefined where nothing has been said of it yet. */
export async function findStatus(db: Kysely<Database>, businessId: string): Promise<string | undefined> {
  const business = db.selectFrom('businesses').select('status').where('business_id', '=', businessId)
  return (await business.executeTakeFirst())?.status ?? undefined
}

export async function project(
  tx: Transaction<Database>,
  { data, sequence }: Envelope<DataOf<typeof businessChanged>>,
): Promise<void> {
  const row = { business_id: data.id, name: data.name, slug: data.slug, status: data.status, sequence }
  await upsertNewer(tx, 'businesses', ['business_id'], row)
}
