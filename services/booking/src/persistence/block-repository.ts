import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Instant = Temporal.Instant

export type Block = {
  id: Id<'block'>
  businessId: Id<'business'>
  staffId: Id<'staff'> | undefined
  resourceId: Id<'resource'> | undefined
  /** A class that has a calendar of its own. */
  serviceId: Id<'service'> | undefined
  start: Instant
  end: Instant
  note: string | undefined
}

export async function insert(tx: Transaction<Database>, block: Block, createdBy: Id<'person'>): Promise<void> {
  const { id, businessId, staffId, resourceId, serviceId, start, end, note } = block
  const calendar = { staff_id: staffId ?? null, resource_id: resourceId ?? null, service_id: serviceId ?? null }
  const row = { id, business_id: businessId, ...calendar, start_at: start, end_at: end, note: note ?? null }
  await tx
    .insertInto('blocks')
    .values({ ...row, created_by: createdBy })
    .execute()
}

/** Returns what it was. Its allocations are deleted first because they reference it. */
export async function remove(
  tx: Transaction<Database>,
  businessId: Id<'business'>,
  id: Id<'block'>,
): Promise<Block | undefined> {
  const block = await tx
    .selectFrom('blocks')
    .selectAll()
    .where('id', '=', id)
    .where('business_id', '=', businessId)
    .forUpdate()
    .executeTakeFirst()
  if (!block) return undefined
  await tx.deleteFrom('allocations').where('block_id', '=', id).execute()
  await tx.deleteFrom('blocks').where('id', '=', id).execute()
  return fromRow(block)
}

export async function between(
  db: Kysely<Database>,
  businessId: Id<'business'>,
  from: Instant,
  to: Instant,
): Promise<Block[]> {
  return (await selectBetween(db, businessId, from, to).execute()).map(fromRow)
}

/** Nobody removes them until the transaction ends. One that somebody is removing is left out: two who wait for each other's block would never end. */
export async function lockBetween(
  tx: Transaction<Database>,
  businessId: Id<'business'>,
  from: Instant,
  to: Instant,
): Promise<Block[]> {
  const rows = await selectBetween(tx, businessId, from, to).forKeyShare().skipLocked().execute()
  return rows.map(fromRow)
}

const selectBetween = (db: Kysely<Database>, businessId: Id<'business'>, from: Instant, to: Instant) =>
  db
    .selectFrom('blocks')
    .selectAll()
    .where('business_id', '=', businessId)
    .where('start_at', '<', to)
    .where('end_at', '>', from)
    .orderBy('start_at')

const fromRow = (row: Selectable<Database['blocks']>): Block => ({
  id: row.id as Id<'block'>,
  businessId: row.business_id as Id<'business'>,
  staffId: (row.staff_id ?? undefined) as Id<'staff'> | undefined,
  resourceId: (row.resource_id ?? undefined) as Id<'resource'> | undefined,
  serviceId: (row.service_id ?? undefined) as Id<'service'> | undefined,
  start: row.start_at,
  end: row.end_at,
  note: row.note ?? undefined,
})
