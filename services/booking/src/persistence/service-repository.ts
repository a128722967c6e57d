import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Policy, Service } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Currency } from '@buy-locals/values/money'
import { notFound } from '../domain/not-found.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export async function lock(tx: Tx, businessId: Id<'business'>, id: Id<'service'>): Promise<Service> {
  const row = await tx
    .selectFrom('services')
    .selectAll()
    .where('id', '=', id)
    .where('business_id', '=', businessId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('service', id)
  return fromRow(row)
}

export async function ofBusiness(db: Db, businessId: Id<'business'>): Promise<Service[]> {
  const rows = await db.selectFrom('services').selectAll().where('business_id', '=', businessId).orderBy('id').execute()
  return rows.map(fromRow)
}

export async function ofBusinesses(db: Db, ids: readonly Id<'business'>[]): Promise<Map<string, Service[]>> {
  const rows = await db.selectFrom('services').selectAll().where('business_id', '=', sql<string>`any(${ids})`).orderBy('id').execute() // prettier-ignore
  return Map.groupBy(rows.map(fromRow), ({ businessId }) => businessId)
}

/** Those of the businesses that have a service. */
export async function whichHaveAny(db: Db, businessIds: readonly Id<'business'>[]): Promise<Id<'business'>[]> {
  if (businessIds.length === 0) return []
  const ofThem = db.selectFrom('services').select('business_id').distinct().orderBy('business_id')
  const rows = await ofThem.where('business_id', '=', sql<string>`any(${businessIds})`).execute()
  return rows.map((row) => row.business_id as Id<'business'>)
}

export async function insert(tx: Tx, service: Service): Promise<void> {
  await tx.insertInto('services').values(toRow(service)).execute()
}

export async function update(tx: Tx, service: Service): Promise<void> {
  await tx.updateTable('services').set(toRow(service)).where('id', '=', service.id).execute()
}

export async function all(db: Db): Promise<Service[]> {
  return (await db.selectFrom('services').selectAll().orderBy('id').execute()).map(fromRow)
}

const toRow = (service: Service) => ({
  id: service.id,
  business_id: service.businessId,
  name: service.name,
  description: service.description ?? null,
  duration_minutes: service.durationMinutes,
  price_amount: service.price.amount,
  currency: service.price.currency,
  payment: service.payment,
  deposit_basis_points: service.depositBasisPoints,
  deposit_amount: service.depositAmount?.amount ?? null,
  buffer_before_minutes: service.bufferBeforeMinutes,
  buffer_after_minutes: service.bufferAfterMinutes,
  capacity: service.capacity,
  staff_ids: service.staffIds,
  resource_ids: service.resourceIds,
  min_notice_minutes: service.minNoticeMinutes,
  max_horizon_days: service.maxHorizonDays,
  step_minutes: service.stepMinutes,
  policy: JSON.stringify(service.policy),
  active: service.active,
  version: service.version,
})

export const fromRow = (row: Selectable<Database['services']>): Service => ({
  id: row.id as Id<'service'>,
  businessId: row.business_id as Id<'business'>,
  name: row.name,
  description: row.description ?? undefined,
  durationMinutes: row.duration_minutes,
  price: { amount: row.price_amount, currency: row.currency as Currency },
  payment: row.payment as Service['payment'],
  depositBasisPoints: row.deposit_basis_points,
  depositAmount:
    row.deposit_amount === null ? undefined : { amount: row.deposit_amount, currency: row.currency as Currency },
  bufferBeforeMinutes: row.buffer_before_minutes,
  bufferAfterMinutes: row.buffer_after_minutes,
  capacity: row.capacity,
  staffIds: row.staff_ids as Id<'staff'>[],
  resourceIds: row.resource_ids as Id<'resource'>[],
  minNoticeMinutes: row.min_notice_minutes,
  maxHorizonDays: row.max_horizon_days,
  stepMinutes: row.step_minutes,
  policy: row.policy as Policy,
  active: row.active,
  version: row.version,
})
