import { sql, type Kysely, type Transaction } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import { fromRow, toRow, type Availability, type Counted } from './availability.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>

/** What was counted of one window, by service. */
export async function ofWindow(db: Db, businessId: Id<'business'>, from: string): Promise<Map<string, Counted>> {
  const rows = await db
    .selectFrom('far_availability')
    .innerJoin('services', 'services.id', 'far_availability.service_id')
    .selectAll('far_availability')
    .where('services.business_id', '=', businessId)
    .where('from_date', '=', from)
    .execute()
  return new Map(rows.map((row) => [row.service_id, fromRow(row)]))
}

/** Those of the businesses of which anything beyond the near days was counted. */
export async function whichHaveAny(db: Db, businessIds: readonly Id<'business'>[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('far_availability')
    .innerJoin('services', 'services.id', 'far_availability.service_id')
    .select('services.business_id')
    .distinct()
    .where('services.business_id', '=', sql<string>`any(${businessIds})`)
    .execute()
  return new Set(rows.map((row) => row.business_id))
}

/** The last window of which anything was counted. */
export async function findLast(db: Db, businessId: Id<'business'>): Promise<string | undefined> {
  const row = await db
    .selectFrom('far_availability')
    .innerJoin('services', 'services.id', 'far_availability.service_id')
    .select(sql<string | null>`max(from_date)`.as('last'))
    .where('services.business_id', '=', businessId)
    .executeTakeFirst()
  return row?.last ?? undefined
}

export async function save(
  tx: Transaction<Database>,
  serviceId: Id<'service'>,
  from: string,
  counted: Counted,
): Promise<void> {
  const row = toRow(counted)
  await tx
    .insertInto('far_availability')
    .values({ service_id: serviceId, from_date: from, ...row })
    .onConflict((conflict) => conflict.columns(['service_id', 'from_date']).doUpdateSet(row))
    .execute()
}

/** Windows whose days are near by now. */
export async function removeBefore(tx: Transaction<Database>, businessId: Id<'business'>, from: string): Promise<void> {
  await tx
    .deleteFrom('far_availability')
    .where('from_date', '<', from)
    .where('service_id', 'in', (rows) => rows.selectFrom('services').select('id').where('business_id', '=', businessId))
    .execute()
}

export async function all(db: Db): Promise<(Availability & { serviceId: Id<'service'> })[]> {
  const rows = await db.selectFrom('far_availability').selectAll().orderBy('service_id').orderBy('from_date').execute()
  return rows.map((row) => ({
    serviceId: row.service_id as Id<'service'>,
    days: row.days as Availability['days'],
    version: row.version,
  }))
}
