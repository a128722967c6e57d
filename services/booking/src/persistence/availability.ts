import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { availabilityChanged } from '@buy-locals/contracts/booking/events'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

export type Day = { date: string; freeStarts: number }
type Known = { businessId: Id<'business'>; serviceId: Id<'service'>; days: Day[] }

/** Says the free starts of a service where they are not what was said last. */
export async function tellIfNew(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  { businessId, serviceId, days }: Known,
): Promise<void> {
  const known = await tx
    .selectFrom('availability')
    .selectAll()
    .where('service_id', '=', serviceId)
    .forUpdate()
    .executeTakeFirst()
  const text = JSON.stringify(days)
  if (known && JSON.stringify(known.days) === text) return
  const version = (known?.version ?? 0) + 1
  await tx
    .insertInto('availability')
    .values({ service_id: serviceId, days: text, version })
    .onConflict((conflict) => conflict.column('service_id').doUpdateSet({ days: text, version }))
    .execute()
  await record(tx, now, availabilityChanged, serviceId, version, { businessId, serviceId, days, version })
}
