import { sql, type Kysely, type RawBuilder, type Selectable, type Transaction } from 'kysely'
import type { Resource } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import { notFound } from '../domain/not-found.ts'
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

export type Usable = Pick<Resource, 'id' | 'active'> & { pool: string | null }

/** What decides whether they can be booked. */
export const selectUsable = (
  businessIds: readonly Id<'business'>[],
  ids: readonly Id<'resource'>[],
): RawBuilder<Usable> =>
  sql`select id, pool, active from resources where business_id = any(${businessIds}) and id = any(${ids})`

export async function idsOfBusiness(db: Kysely<Database>, businessId: Id<'business'>): Promise<Id<'resource'>[]> {
  const rows = await db.selectFrom('resources').select('id').where('business_id', '=', businessId).execute()
  return rows.map(({ id }) => id as Id<'resource'>)
}

export async function lock(
  tx: Transaction<Database>,
  businessId: Id<'business'>,
  id: Id<'resource'>,
): Promise<Resource> {
  const row = await tx
    .selectFrom('resources')
    .selectAll()
    .where('id', '=', id)
    .where('business_id', '=', businessId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('resource', id)
  return fromRow(row)
}

export async function insert(tx: Transaction<Database>, resource: Resource): Promise<void> {
  await tx.insertInto('resources').values(toRow(resource)).execute()
}

export async function update(tx: Transaction<Database>, resource: Resource): Promise<void> {
  await tx.updateTable('resources').set(toRow(resource)).where('id', '=', resource.id).execute()
}

const toRow = ({ id, businessId, name, pool, active, version }: Resource) => ({
  id,
  business_id: businessId,
  name,
  pool: pool ?? null,
  active,
  version,
})

const fromRow = (row: Selectable<Database['resources']>): Resource => ({
  id: row.id as Id<'resource'>,
  businessId: row.business_id as Id<'business'>,
  name: row.name,
  pool: row.pool ?? undefined,
  active: row.active,
  version: row.version,
})
