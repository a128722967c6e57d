import { sql, type Transaction } from 'kysely'
import type { availabilityChanged, serviceChanged } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope, EventType } from '@buy-locals/contracts/event'
import type { ratingChanged } from '@buy-locals/contracts/review/events'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'
import { index } from './search-index.ts'

type Tx = Transaction<Database>
type Said<E extends EventType> = Envelope<DataOf<E>>

export async function rating(tx: Tx, { data }: Said<typeof ratingChanged>): Promise<void> {
  const { businessId: business_id, mean, count, bayes, version } = data
  await upsertNewer(tx, 'ratings', ['business_id'], { business_id, mean, count, bayes, version })
  await index(tx, [business_id])
}

export async function service(tx: Tx, { data }: Said<typeof serviceChanged>): Promise<void> {
  const { id: service_id, businessId: business_id, name, active, version } = data
  await upsertNewer(tx, 'services', ['service_id'], { service_id, business_id, name, active, version })
  await index(tx, [business_id])
}

/** Days that are over are of no more use. */
export async function availability(tx: Tx, { data, at }: Said<typeof availabilityChanged>): Promise<void> {
  const { businessId: business_id, serviceId: service_id, version } = data
  await tx.deleteFrom('availability').where('service_id', '=', service_id).where('date', '<', sql<string>`${at}::timestamptz::date - 2`).execute() // prettier-ignore
  const days = [...new Map(data.days.map(({ date, freeStarts: free_starts }) => [date, { date, service_id, business_id, free_starts, version }])).values()] // prettier-ignore
  await upsertNewer(tx, 'availability', ['service_id', 'date'], ...days.toSorted((a, b) => (a.date < b.date ? -1 : 1)))
}
