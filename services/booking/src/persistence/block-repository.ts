import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Block as BlockShape } from '@buy-locals/contracts/booking/shapes'
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
  kind: BlockShape['kind']
  note: string | undefined
  /** The first of those that were made with it. */
  seriesId: Id<'block'> | undefined
}

export async function insert(
  tx: Transaction<Database>,
  blocks: readonly Block[],
  createdBy: Id<'person'>,
): Promise<void> {
  const rows = blocks.map((block) => ({ ...toRow(block), created_by: createdBy }))
  await tx.insertInto('blocks').values(rows).execute()
}

/** It, with all that was made with it where `series` is set. None where it is not there. */
export async function lock(
  tx: Transaction<Database>,
  businessId: Id<'business'>,
  id: Id<'block'>,
  series: boolean,
): Promise<Block[]> {
  const rows = await tx
    .selectFrom('blocks')
    .selectAll()
    .where('business_id', '=', businessId)
    .where((row) =>
      row.or([
        row('id', '=', id),
        ...(series ? [row('series_id', '=', row.selectFrom('blocks').select('series_id').where('id', '=', id))] : []),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.some((row) => row.id === id) ? rows.map(fromRow) : []
}

/** The allocations are deleted first because they reference it. */
export async function remove(tx: Transaction<Database>, blocks: readonly Block[]): Promise<void> {
  const ids = blocks.map(({ id }) => id)
  await tx
    .deleteFrom('allocations')
    .where('block_id', '=', sql<string>`any(${ids})`)
    .execute()
  await tx
    .deleteFrom('blocks')
    .where('id', '=', sql<string>`any(${ids})`)
    .execute()
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

const toRow = (block: Block) => ({
  id: block.id,
  business_id: block.businessId,
  staff_id: block.staffId ?? null,
  resource_id: block.resourceId ?? null,
  service_id: block.serviceId ?? null,
  start_at: block.start,
  end_at: block.end,
  kind: block.kind ?? null,
  note: block.note ?? null,
  series_id: block.seriesId ?? null,
})

const fromRow = (row: Selectable<Database['blocks']>): Block => ({
  id: row.id as Id<'block'>,
  businessId: row.business_id as Id<'business'>,
  staffId: (row.staff_id ?? undefined) as Id<'staff'> | undefined,
  resourceId: (row.resource_id ?? undefined) as Id<'resource'> | undefined,
  serviceId: (row.service_id ?? undefined) as Id<'service'> | undefined,
  start: row.start_at,
  end: row.end_at,
  kind: (row.kind ?? undefined) as Block['kind'],
  note: row.note ?? undefined,
  seriesId: (row.series_id ?? undefined) as Id<'block'> | undefined,
})
