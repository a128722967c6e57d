import type { DataOf } from '@buy-locals/contracts/event'
import type { availabilityChanged } from '@buy-locals/contracts/booking/events'
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

export type Day = DataOf<typeof availabilityChanged>['days'][number]
/** The free starts of a service as they were last published. */
export type Availability = { days: Day[]; version: number }
/** From what and when they were counted last; the digest is absent where that was not kept yet. */
export type Counted = Availability & { from: string | undefined; at: Temporal.Instant | undefined }

export async function lock(tx: Transaction<Database>, serviceId: Id<'service'>): Promise<Counted | undefined> {
  const row = await tx
    .selectFrom('availability')
    .selectAll()
    .where('service_id', '=', serviceId)
    .forUpdate()
    .executeTakeFirst()
  return row && fromRow(row)
}

/** By service. */
export async function ofBusiness(db: Kysely<Database>, businessId: Id<'business'>): Promise<Map<string, Counted>> {
  const rows = await db
    .selectFrom('availability')
    .innerJoin('services', 'services.id', 'availability.service_id')
    .selectAll('availability')
    .where('services.business_id', '=', businessId)
    .execute()
  return new Map(rows.map((row) => [row.service_id, fromRow(row)]))
}

export async function ofServices(db: Kysely<Database>, ids: readonly Id<'service'>[]): Promise<Map<string, Counted>> {
  const rows = await db.selectFrom('availability').selectAll().where('service_id', '=', sql<string>`any(${ids})`).execute() // prettier-ignore
  return new Map(rows.map((row) => [row.service_id, fromRow(row)]))
}

/** In the order of their ids: two who lock several do not wait for each other in a circle. */
export async function lockAll(tx: Transaction<Database>, ids: readonly Id<'service'>[]): Promise<Map<string, Counted>> {
  const rows = await tx
    .selectFrom('availability')
    .selectAll()
    .where('service_id', '=', sql<string>`any(${ids})`)
    .orderBy('service_id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.service_id, fromRow(row)]))
}

export async function saveAll(
  tx: Transaction<Database>,
  all: readonly (Counted & { serviceId: Id<'service'> })[],
): Promise<void> {
  if (all.length === 0) return
  const rows = all.map(({ serviceId, ...counted }) => ({ service_id: serviceId, ...toRow(counted) }))
  await tx
    .insertInto('availability')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('service_id').doUpdateSet(({ ref }) => ({
        days: ref('excluded.days'),
        version: ref('excluded.version'),
        counted_from: ref('excluded.counted_from'),
        counted_at: ref('excluded.counted_at'),
      })),
    )
    .execute()
}

export async function save(tx: Transaction<Database>, serviceId: Id<'service'>, counted: Counted): Promise<void> {
  const row = toRow(counted)
  await tx
    .insertInto('availability')
    .values({ service_id: serviceId, ...row })
    .onConflict((conflict) => conflict.column('service_id').doUpdateSet(row))
    .execute()
}

export async function all(db: Kysely<Database>): Promise<Map<Id<'service'>, Availability>> {
  const rows = await db.selectFrom('availability').selectAll().execute()
  return new Map(
    rows.map((row) => [row.service_id as Id<'service'>, { days: row.days as Day[], version: row.version }]),
  )
}

type Row = Pick<Selectable<Database['availability']>, 'days' | 'version' | 'counted_from' | 'counted_at'>

export const fromRow = ({ days, version, counted_from, counted_at }: Row): Counted => ({
  days: days as Day[],
  version,
  from: counted_from ?? undefined,
  at: counted_at ?? undefined,
})

export const toRow = ({ days, version, from, at }: Counted) => ({
  days: JSON.stringify(days),
  version,
  counted_from: from ?? null,
  counted_at: at ?? null,
})
