import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { availabilityChanged } from '@buy-locals/contracts/booking/events'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { DataOf } from '@buy-locals/contracts/event'
import { record } from '@buy-locals/service-kit/outbox'
import type { Availability, Counted, Day } from '../persistence/availability.ts'
import type { Database } from '../persistence/database.ts'
import { sharesTerms } from './count-inputs.ts'

/** When a service is free, until when before each start it can be booked, and for how much. */
export const toFreeStarts = (
  { id: serviceId, businessId, price, minNoticeMinutes }: Service,
  { days, version }: Availability,
): DataOf<typeof availabilityChanged> => ({ businessId, serviceId, days, minNoticeMinutes, price, version })

/** The days that differ from the count before; each of them where that was of another price or notice. */
export function findNews(before: Counted | undefined, { days, from }: Pick<Counted, 'days' | 'from'>): Day[] {
  if (!before || !sharesTerms(before.from, from)) return days
  const published = new Map(before.days.map((day) => [day.date, day]))
  return days.filter((day) => !isDeepStrictEqual(day, published.get(day.date)))
}

export const publishFreeStarts = (
  tx: Transaction<Database>,
  now: Temporal.Instant,
  service: Service,
  availability: Availability,
): Promise<void> =>
  record(tx, now, availabilityChanged, service.id, availability.version, toFreeStarts(service, availability))
