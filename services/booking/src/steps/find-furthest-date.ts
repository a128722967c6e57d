import type { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { BookableService } from '../domain/bookable-service.ts'
import type { Business } from '../domain/catalogue.ts'
import type { Database } from '../persistence/database.ts'
import * as farAvailability from '../persistence/far-availability.ts'

type Reach = Pick<BookableService, 'service' | 'horizonDays'>

/** The last day that anything can be booked, or of which something was published when it could. */
export async function findFurthestDate(
  db: Kysely<Database>,
  today: Temporal.PlainDate,
  { id, isPublished }: Business,
  bookables: readonly Reach[],
): Promise<Temporal.PlainDate> {
  const horizons = bookables
    .filter(({ service }) => isPublished && service.active)
    .map(({ horizonDays }) => horizonDays)
  const bookable = today.add({ days: Math.max(0, ...horizons) })
  const published = await farAvailability.findLast(db, id)
  if (!published || published < bookable.toString()) return bookable
  return Temporal.PlainDate.from(published)
}
