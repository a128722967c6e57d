import type { DataOf } from '@buy-locals/contracts/event'
import type { availabilityChanged } from '@buy-locals/contracts/booking/events'
import type { Kysely, Transaction } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

export type Day = DataOf<typeof availabilityChanged>['days'][number]
/** The free starts of a service as they were last published. */
export type Availability = { days: Day[]; version: number }

export async function lock(tx: Transaction<Database>, serviceId: Id<'service'>): Promise<Availability | undefined> {
  const row = await tx
    .selectFrom('availability')
    .selectAll()
    .where('service_id', '=', serviceId)
    .forUpdate()
    .executeTakeFirst()
  return row && { days: row.days as Day[], version: row.version }
}

export async function save(
  tx: Transaction<Database>,
  serviceId: Id<'service'>,
  { days, version }: Availability,
): Promise<void> {
  const row = { days: JSON.stringify(days), version }
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
