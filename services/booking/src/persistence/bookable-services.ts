import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { createParsedParts } from '@buy-locals/scheduling'
import type { Id } from '@buy-locals/values/ids'
import { localDateOf, startOfDay } from '@buy-locals/values/time'
import { isResourceMissing, listCalendarsBesideStaff, type BookableService } from '../domain/bookable-service.ts'
import type { Business } from '../domain/catalogue.ts'
import { calculateHorizonDays, isPaidOnline } from '../domain/terms.ts'
import * as bookings from './booking-repository.ts'
import * as busyTimes from './busy-times.ts'
import type { Database } from './database.ts'
import * as resources from './resource-repository.ts'
import * as staff from './staff-repository.ts'

type Options = { takesPayments: boolean; now: Temporal.Instant; staffId?: Id<'staff'> | undefined }
type Days = { from: string; to: string }
type Parts = {
  team: staff.Working[]
  rooms: resources.Usable[]
  busy: busyTimes.Packed[]
  bookings_by_staff: { staff_id: string; count: number }[]
  /** Businesses that can be paid online. */
  payable: string[]
}

/** Everything that decides when some services of one business can be booked: one statement, however many services. */
export async function load(
  db: Kysely<Database>,
  business: Business,
  services: readonly Service[],
  days: Days,
  options: Options,
): Promise<BookableService[]> {
  return loadOfMany(db, [{ business, services }], days, options)
}

/** The same of the services of several businesses of one zone. */
export async function loadOfMany(
  db: Kysely<Database>,
  catalogues: readonly { business: Business; services: readonly Service[] }[],
  days: Days,
  options: Options,
): Promise<BookableService[]> {
  const all = catalogues.flatMap(({ services }) => services)
  const businesses = catalogues.map(({ business }) => business)
  const timeZone = businesses[0]?.timeZone ?? 'UTC'
  // Shifts run past midnight and buffers past the shift, so a little more than the days themselves.
  const range = {
    from: startOfDay(days.from, timeZone).subtract({ hours: 6 }),
    to: startOfDay(days.to, timeZone).add({ hours: 78 }),
  }
  const parts = await readParts(db, businesses, all, range, options, sql`select where false`)
  const unpacked = unpackParts(parts)
  return catalogues.flatMap(({ business, services }) =>
    services.map((service) => toBookable(business, service, unpacked, options)),
  )
}

/** The same of one service at one start, whatever is taken at other times, and how many bookings each of its staff has on that day. */
export async function loadToBook(
  db: Kysely<Database>,
  business: Business,
  service: Service,
  start: Temporal.Instant,
  options: Options,
): Promise<{ bookable: BookableService; bookingsOnDay: Map<string, number> }> {
  const dayBegins = startOfDay(localDateOf(start, business.timeZone), business.timeZone)
  const day = { from: dayBegins, to: dayBegins.add({ hours: 24 }) }
  const counts = bookings.selectCountsByStaff(service.staffIds, day)
  const range = {
    from: start.subtract({ minutes: service.bufferBeforeMinutes }),
    to: start.add({ minutes: service.durationMinutes + service.bufferAfterMinutes }),
  }
  const parts = await readParts(db, [business], [service], range, options, counts)
  const bookable = toBookable(business, service, unpackParts(parts), options)
  return { bookable, bookingsOnDay: new Map(parts.bookings_by_staff.map(({ staff_id, count }) => [staff_id, count])) }
}

async function readParts(
  db: Kysely<Database>,
  businesses: readonly Business[],
  services: readonly Service[],
  range: { from: Temporal.Instant; to: Temporal.Instant },
  { now, staffId }: Options,
  bookingsByStaff: RawBuilder<unknown>,
): Promise<Parts> {
  const staffIds = services.flatMap((service) => service.staffIds).filter((id) => !staffId || id === staffId)
  const resourceIds = services.flatMap((service) => service.resourceIds)
  const calendarIds = new Set([...staffIds, ...resourceIds, ...services.map(({ id }) => id)])
  const businessIds = businesses.map(({ id }) => id)
  const { rows } = await sql<Parts>`
    select
      ${listOf(staff.selectWorking(businessIds, staffIds))} as team,
      ${listOf(resources.selectUsable(businessIds, resourceIds))} as rooms,
      (${busyTimes.selectPacked([...calendarIds], range, now)}) as busy,
      ${listOf(bookingsByStaff)} as bookings_by_staff,
      array(select business_id from payees where charges_enabled and business_id = any(${businessIds})) as payable`.execute(
    db,
  )
  const [parts] = rows
  if (!parts) throw new Error('A select without a table has one row')
  return parts
}

const listOf = (rows: RawBuilder<unknown>) =>
  sql`(select coalesce(json_agg(to_json(item)), '[]') from (${rows}) as item)`

const unpackParts = ({ team, rooms, busy, payable }: Parts) => ({
  payable: new Set(payable),
  team: team.map(({ hours, ...person }) => ({ ...person, hours: hours ?? undefined })),
  rooms: rooms.map(({ pool, ...room }) => ({ ...room, pool: pool ?? undefined })),
  busyTimes: Map.groupBy(busy.map(busyTimes.unpack), ({ calendarId }) => calendarId),
  parsed: createParsedParts(),
})

function toBookable(
  business: Business,
  service: Service,
  parts: ReturnType<typeof unpackParts>,
  { takesPayments }: Options,
): BookableService {
  const bookable = {
    business,
    service,
    staff: pickActive(service.staffIds, parts.team),
    resources: pickActive(service.resourceIds, parts.rooms),
    lacksResource: isResourceMissing(service, parts.rooms),
    awaitsPayments: !parts.payable.has(business.id) && isPaidOnline(service, takesPayments),
    horizonDays: calculateHorizonDays(service, takesPayments),
    parsed: parts.parsed,
  }
  const calendars = [...bookable.staff, ...listCalendarsBesideStaff(bookable)]
  return { ...bookable, busyTimes: calendars.flatMap(({ id }) => parts.busyTimes.get(id) ?? []) }
}

/** In the order of the service; who has left is not there any more. */
function pickActive<T extends { id: string; active: boolean }>(ids: readonly string[], all: T[]): T[] {
  const byId = new Map(all.map((entry) => [entry.id, entry]))
  return ids.flatMap((id) => byId.get(id) ?? []).filter(({ active }) => active)
}
