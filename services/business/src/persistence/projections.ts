import type { Kysely } from 'kysely'
import type { availabilityChanged, serviceChanged } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope, EventType } from '@buy-locals/contracts/event'
import type { ratingChanged } from '@buy-locals/contracts/review/events'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Events<E extends EventType> = readonly Envelope<DataOf<E>>[]

/** Returns the businesses of which there was news. */
export async function projectRatings(db: Db, events: Events<typeof ratingChanged>): Promise<Id<'business'>[]> {
  const rows = events.map(({ data: { businessId, mean, count, bayes, version } }) => ({
    ...{ business_id: businessId, mean, count, bayes, version },
  }))
  const changed = await upsertNewer(db, 'ratings', ['business_id'], ...rows)
  return changed.map(({ business_id }) => business_id)
}

/** Returns the businesses of which there was news. */
export async function projectServices(db: Db, events: Events<typeof serviceChanged>): Promise<Id<'business'>[]> {
  const rows = events.map(({ data: { id, businessId, name, active, version } }) => ({
    ...{ service_id: id, business_id: businessId, name, active, version },
  }))
  const changed = await upsertNewer(db, 'services', ['service_id'], ...rows)
  return [...new Set(changed.map(({ business_id }) => business_id))]
}

/** Every event has days of its own. Those that are over are deleted by the cleanup. */
export async function projectAvailability(db: Db, events: Events<typeof availabilityChanged>): Promise<void> {
  const rows = events.flatMap(({ data: { businessId, serviceId, days, minNoticeMinutes = 0, price, version } }) =>
    days.map(({ date, freeStarts, starts }) => ({
      ...{ date, service_id: serviceId, business_id: businessId, free_starts: freeStarts, version },
      ...{ morning: starts?.morning ?? null, afternoon: starts?.afternoon ?? null, evening: starts?.evening ?? null },
      ...{ min_notice_minutes: minNoticeMinutes, price_amount: price?.amount ?? null },
      price_currency: price?.currency ?? null,
    })),
  )
  for (let from = 0; from < rows.length; from += mostRows)
    await upsertNewer(db, 'availability', ['service_id', 'date'], ...rows.slice(from, from + mostRows))
}

/** A statement has at most 65,535 values. */
const mostRows = 5_000
