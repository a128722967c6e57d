import { sql, type Transaction } from 'kysely'
import type { availabilityChanged, serviceChanged } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope, EventType } from '@buy-locals/contracts/event'
import type { ratingChanged } from '@buy-locals/contracts/review/events'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

type Tx = Transaction<Database>
type EventOf<E extends EventType> = Envelope<DataOf<E>>

/** Returns whether the event was newer. */
export function projectRating(tx: Tx, { data }: EventOf<typeof ratingChanged>): Promise<boolean> {
  const { businessId: business_id, mean, count, bayes, version } = data
  return upsertNewer(tx, 'ratings', ['business_id'], { business_id, mean, count, bayes, version })
}

/** Returns whether the event was newer. */
export function projectService(tx: Tx, { data }: EventOf<typeof serviceChanged>): Promise<boolean> {
  const { id: service_id, businessId: business_id, name, active, version } = data
  return upsertNewer(tx, 'services', ['service_id'], { service_id, business_id, name, active, version })
}

/** Days that are over are deleted. */
export async function projectAvailability(tx: Tx, { data, at }: EventOf<typeof availabilityChanged>): Promise<void> {
  const { businessId: business_id, serviceId: service_id, version } = data
  await tx.deleteFrom('availability').where('service_id', '=', service_id).where('date', '<', sql<string>`${at}::timestamptz::date - 2`).execute() // prettier-ignore
  const days = new Map(data.days.map(({ date, freeStarts }) => [date, { date, service_id, business_id, free_starts: freeStarts, version }])) // prettier-ignore
  const inOrder = [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)) // two at once lock days in one order
  await upsertNewer(tx, 'availability', ['service_id', 'date'], ...inOrder)
}
