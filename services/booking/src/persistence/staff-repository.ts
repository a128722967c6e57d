import { sql, type Kysely, type RawBuilder, type Selectable, type Transaction } from 'kysely'
import type { Staff } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import { notFound } from '../domain/not-found.ts'
import type { Database } from './database.ts'

/** Those of them that the business has. */
export async function withIds(
  db: Kysely<Database>,
  businessId: Id<'business'>,
  ids: readonly Id<'staff'>[],
): Promise<Staff[]> {
  const own = db.selectFrom('staff').selectAll().where('business_id', '=', businessId)
  return (await own.where('id', '=', sql<string>`any(${ids})`).execute()).map(fromRow)
}

export type Working = Pick<Staff, 'id' | 'name' | 'active'> & { hours: Staff['hours'] | null }

/** What decides whether they can be booked. */
export const selectWorking = (
  businessIds: readonly Id<'business'>[],
  ids: readonly Id<'staff'>[],
): RawBuilder<Working> =>
  sql`select id, name, hours, active from staff where business_id = any(${businessIds}) and id = any(${ids})`

/** Without the hours of a hundred people, which are megabytes. */
export async function idsOfBusiness(db: Kysely<Database>, businessId: Id<'business'>): Promise<Id<'staff'>[]> {
  const rows = await db.selectFrom('staff').select('id').where('business_id', '=', businessId).execute()
  return rows.map(({ id }) => id as Id<'staff'>)
}

export async function activeIdsOfBusiness(db: Kysely<Database>, businessId: Id<'business'>): Promise<Id<'staff'>[]> {
  const active = db.selectFrom('staff').select('id').where('business_id', '=', businessId).where('active', '=', true)
  return (await active.orderBy('id').execute()).map(({ id }) => id as Id<'staff'>)
}

/** Those that are somebody's own calendar. */
export async function allLinked(db: Kysely<Database>): Promise<Staff[]> {
  const linked = db.selectFrom('staff').selectAll().where('person_id', 'is not', null)
  return (await linked.orderBy('id').execute()).map(fromRow)
}

export async function lock(tx: Transaction<Database>, businessId: Id<'business'>, id: Id<'staff'>): Promise<Staff> {
  const row = await tx
    .selectFrom('staff')
    .selectAll()
    .where('id', '=', id)
    .where('business_id', '=', businessId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('staff', id)
  return fromRow(row)
}

/** One that is nobody's login. */
export async function lockUnlinked(
  tx: Transaction<Database>,
  businessId: Id<'business'>,
  id: Id<'staff'>,
): Promise<Staff | undefined> {
  const own = tx.selectFrom('staff').selectAll().where('id', '=', id).where('business_id', '=', businessId)
  const row = await own.where('person_id', 'is', null).where('active', '=', true).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

export async function insert(tx: Transaction<Database>, staff: Staff): Promise<void> {
  await tx.insertInto('staff').values(toRow(staff)).execute()
}

export async function update(tx: Transaction<Database>, staff: Staff): Promise<void> {
  await tx.updateTable('staff').set(toRow(staff)).where('id', '=', staff.id).execute()
}

const toRow = ({ id, businessId, name, title, hours, personId, active, version }: Staff) => ({
  id,
  business_id: businessId,
  name,
  title: title ?? null,
  hours: hours ? JSON.stringify(hours) : null,
  person_id: personId ?? null,
  active,
  version,
})

export const fromRow = (row: Selectable<Database['staff']>): Staff => ({
  id: row.id as Id<'staff'>,
  businessId: row.business_id as Id<'business'>,
  name: row.name,
  title: row.title ?? undefined,
  hours: (row.hours ?? undefined) as Staff['hours'],
  personId: (row.person_id ?? undefined) as Id<'person'> | undefined,
  active: row.active,
  version: row.version,
})
