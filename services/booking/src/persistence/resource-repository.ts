import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Resource } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

export async function ofBusiness(db: Kysely<Database>, businessId: Id<'business'>): Promise<Resource[]> {
  const rows = await db
    .selectFrom('resources')
    .selectAll()
    .where('business_id', '=', businessId)
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function insert(tx: Transaction<Database>, resource: Resource): Promise<void> {
  const { id, businessId, name, pool, active, version } = resource
  await tx
    .insertInto('resources')
    .values({ id, business_id: businessId, name, pool: pool ?? null, active, version })
    .execute()
}

const fromRow = (row: Selectable<Database['resources']>): Resource => ({
  id: row.id as Id<'resource'>,
  businessId: row.business_id as Id<'business'>,
  name: row.name,
  pool: row.pool ?? undefined,
  active: row.active,
  version: row.version,
})
