import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { startOfDay } from '@buy-locals/values/time'
import type { Id } from '@buy-locals/values/ids'
import type { Business, Service } from '../domain/catalogue.ts'
import { holdersBesidePeople, type Offer } from '../domain/offer.ts'
import { horizonOf } from '../domain/terms.ts'
import type { Database } from './database.ts'
import { takenBetween } from './diary.ts'
import * as resources from './resource-repository.ts'
import * as staff from './staff-repository.ts'

type Settings = { takesPayments: boolean; now: Temporal.Instant; staffId?: Id<'staff'> | undefined }
type Days = { from: string; to: string }

/** Everything that decides about some services of one business: one query for each table, however many services. */
export async function load(
  db: Kysely<Database>,
  business: Business,
  services: readonly Service[],
  days: Days,
  { takesPayments, now, staffId }: Settings,
): Promise<Offer[]> {
  const people = await staff.ofBusiness(db, business.id)
  const things = await resources.ofBusiness(db, business.id)
  const offers = services.map((service): Offer => ({
    business,
    service,
    staff: inOrder(service.staffIds, people).filter(({ id }) => !staffId || id === staffId),
    resources: inOrder(service.resourceIds, things),
    horizonDays: horizonOf(service, takesPayments),
    taken: [],
  }))
  const holders = new Set(
    offers.flatMap((offer) => [...offer.staff.map(({ id }) => id), ...holdersBesidePeople(offer).map(({ id }) => id)]),
  )
  // Shifts run past midnight and buffers past the shift, so a little more than the days themselves.
  const from = startOfDay(days.from, business.timeZone).subtract({ hours: 6 })
  const to = startOfDay(days.to, business.timeZone).add({ hours: 78 })
  const taken = Map.groupBy(await takenBetween(db, [...holders], from, to, now), ({ holderId }) => holderId)
  return offers.map((offer) => {
    const own = [...offer.staff, ...holdersBesidePeople(offer)]
    return { ...offer, taken: own.flatMap(({ id }) => taken.get(id) ?? []) }
  })
}

/** As the service names them; who has left is not there any more. */
function inOrder<T extends { id: string; active: boolean }>(ids: readonly string[], all: T[]): T[] {
  const byId = new Map(all.map((entry) => [entry.id, entry]))
  return ids.flatMap((id) => byId.get(id) ?? []).filter(({ active }) => active)
}
