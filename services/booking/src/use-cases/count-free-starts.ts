import { setImmediate } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import type { Transaction } from 'kysely'
import { availabilityChanged } from '@buy-locals/contracts/booking/events'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import { localDateOf, startOfDay, toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { findFreeSlots, type BookableService } from '../domain/bookable-service.ts'
import * as availability from '../persistence/availability.ts'
import * as bookableServices from '../persistence/bookable-services.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import * as services from '../persistence/service-repository.ts'

const countedDays = 31

/** Publishes for how many starts each service is free on each day from today. Returns when the next day begins there, to count again. */
export async function countFreeStarts(
  { db, clock, settings }: Deps,
  businessId: Id<'business'>,
): Promise<Temporal.Instant | undefined> {
  const business = await businesses.find(db, businessId)
  if (!business) return undefined
  const now = clock()
  const zone = business.timeZone
  const today = Temporal.PlainDate.from(localDateOf(now, zone))
  const dates = Array.from({ length: countedDays }, (_, day) => today.add({ days: day }).toString())
  const range = { from: today.toString(), to: today.add({ days: countedDays - 1 }).toString() }
  const options = { takesPayments: settings.takesPayments, now }
  await db.transaction().execute(async (tx) => {
    const all = await services.ofBusiness(tx, businessId)
    for (const bookable of await bookableServices.load(tx, business, all, range, options)) {
      const isPublic = business.isPublished && bookable.service.active
      const starts = isPublic ? countPerDay(bookable, dates, now) : new Map<string, number>()
      const days = dates.map((date) => ({ date, freeStarts: starts.get(date) ?? 0 }))
      await publishIfChanged(tx, now, businessId, bookable.service.id, days)
      await setImmediate() // large teams: others are answered between two services
    }
  })
  return startOfDay(today.add({ days: 1 }).toString(), zone)
}

/** Slots come by start, so one pass over the days is enough. */
function countPerDay(bookable: BookableService, dates: string[], now: Temporal.Instant): Map<string, number> {
  const counts = new Map<string, number>()
  const zone = bookable.business.timeZone
  const dayBegins = dates.map((date) => toSecond(startOfDay(date, zone)))
  const window = { from: dates.at(0) ?? '', to: dates.at(-1) ?? '', now: toSecond(now), partySize: 1 }
  let day = 0
  for (const { start } of findFreeSlots(bookable, window)) {
    while ((dayBegins[day + 1] ?? '9') <= start) day++
    const date = dates[day] ?? ''
    counts.set(date, (counts.get(date) ?? 0) + 1)
  }
  return counts
}

async function publishIfChanged(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  businessId: Id<'business'>,
  serviceId: Id<'service'>,
  days: availability.Day[],
): Promise<void> {
  const before = await availability.lock(tx, serviceId)
  if (before && JSON.stringify(before.days) === JSON.stringify(days)) return
  const version = (before?.version ?? 0) + 1
  await availability.save(tx, serviceId, { days, version })
  await record(tx, now, availabilityChanged, serviceId, version, { businessId, serviceId, days, version })
}
