import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { createParsedParts } from '@buy-locals/scheduling'
import type { Id } from '@buy-locals/values/ids'
import { startOfDay } from '@buy-locals/values/time'
import { isResourceMissing, listCalendarsBesideStaff, type BookableService } from '../domain/bookable-service.ts'
import type { Business } from '../domain/catalogue.ts'
import { calculateHorizonDays } from '../domain/terms.ts'
import * as busyTimes from './busy-times.ts'
import type { Database } from './database.ts'
import * as resources from './resource-repository.ts'
import * as staff from './staff-repository.ts'

type Options = { takesPayments: boolean; now: Temporal.Instant; staffId?: Id<'staff'> | undefined }
type Days = { from: string; to: string }

/** Everything that decides when some services of one business can be booked: one query for each table, however many services. */
export async function load(
  db: Kysely<Database>,
  business: Business,
  services: readonly Service[],
  days: Days,
  { takesPayments, now, staffId }: Options,
): Promise<BookableService[]> {
  const staffIds = new Set(services.flatMap((service) => service.staffIds).filter((id) => !staffId || id === staffId))
  const team = await staff.withIds(db, business.id, [...staffIds])
  const rooms = await resources.ofBusiness(db, business.id)
  const parsed = createParsedParts()
  const bookables = services.map((service): BookableService => ({
    business,
    service,
    staff: pickActive(service.staffIds, team),
    resources: pickActive(service.resourceIds, rooms),
    lacksResource: isResourceMissing(service, rooms),
    horizonDays: calculateHorizonDays(service, takesPayments),
    busyTimes: [],
    parsed,
  }))
  const calendarIds = new Set(bookables.flatMap((bookable) => listCalendars(bookable).map(({ id }) => id)))
  // Shifts run past midnight and buffers past the shift, so a little more than the days themselves.
  const from = startOfDay(days.from, business.timeZone).subtract({ hours: 6 })
  const to = startOfDay(days.to, business.timeZone).add({ hours: 78 })
  const found = await busyTimes.between(db, [...calendarIds], from, to, now)
  const byCalendar = Map.groupBy(found, ({ calendarId }) => calendarId)
  return bookables.map((bookable) => ({
    ...bookable,
    busyTimes: listCalendars(bookable).flatMap(({ id }) => byCalendar.get(id) ?? []),
  }))
}

const listCalendars = (bookable: BookableService) => [...bookable.staff, ...listCalendarsBesideStaff(bookable)]

/** In the order of the service; who has left is not there any more. */
function pickActive<T extends { id: string; active: boolean }>(ids: readonly string[], all: T[]): T[] {
  const byId = new Map(all.map((entry) => [entry.id, entry]))
  return ids.flatMap((id) => byId.get(id) ?? []).filter(({ active }) => active)
}
