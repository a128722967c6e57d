import { sql, type Transaction } from 'kysely'
import type { availabilityChanged, serviceChanged } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope, EventType } from '@buy-locals/contracts/event'
import type { ratingChanged } from '@buy-locals/contracts/review/events'
import type { Database } from './database.ts'
import { index } from './search-index.ts'

type Tx = Transaction<Database>
type Said<E extends EventType> = Envelope<DataOf<E>>

export async function rating(tx: Tx, { data }: Said<typeof ratingChanged>): Promise<void> {
  const { businessId: business_id, mean, count, bayes, version } = data
  await tx
    .insertInto('ratings')
    .values({ business_id, mean, count, bayes, version })
    .onConflict((conflict) =>
      conflict
        .column('business_id')
        .doUpdateSet({ mean, count, bayes, version })
        .where('ratings.version', '<', version),
    )
    .execute()
  await index(tx, [business_id])
}

export async function service(tx: Tx, { data }: Said<typeof serviceChanged>): Promise<void> {
  const { id: service_id, businessId: business_id, name, active, version } = data
  await tx
    .insertInto('services')
    .values({ service_id, business_id, name, active, version })
    .onConflict((conflict) =>
      conflict.column('service_id').doUpdateSet({ name, active, version }).where('services.version', '<', version),
    )
    .execute()
  await index(tx, [business_id])
}

/** Days that are over are of no more use. */
export async function availability(tx: Tx, { data, at }: Said<typeof availabilityChanged>): Promise<void> {
  const { businessId: business_id, serviceId: service_id, version } = data
  await tx.deleteFrom('availability').where('service_id', '=', service_id).where('date', '<', sql<string>`${at}::timestamptz::date - 2`).execute() // prettier-ignore
  const days = [...new Map(data.days.map(({ date, freeStarts: free_starts }) => [date, { date, service_id, business_id, free_starts, version }])).values()] // prettier-ignore
  if (days.length === 0) return
  await tx
    .insertInto('availability')
    .values(days.toSorted((a, b) => (a.date < b.date ? -1 : 1)))
    .onConflict((conflict) =>
      conflict
        .columns(['service_id', 'date'])
        .doUpdateSet({ free_starts: sql`excluded.free_starts`, version })
        .where('availability.version', '<', version),
    )
    .execute()
}
