import { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import { localDateOf, startOfDay, toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { slotsOf, type Offer } from '../domain/offer.ts'
import * as availability from '../persistence/availability.ts'
import * as businesses from '../persistence/businesses.ts'
import * as offers from '../persistence/offers.ts'
import * as services from '../persistence/service-repository.ts'

const daysAhead = 31

/** Says for how many starts each service is free on each day from today. Returns when the next day begins there. */
export async function countFreeStarts(
  { db, clock, settings }: Deps,
  businessId: Id<'business'>,
): Promise<Temporal.Instant | undefined> {
  const business = await businesses.find(db, businessId)
  if (!business) return undefined
  const now = clock()
  const zone = business.timeZone
  const today = Temporal.PlainDate.from(localDateOf(now, zone))
  const dates = Array.from({ length: daysAhead }, (_, day) => today.add({ days: day }).toString())
  const window = { from: today.toString(), to: today.add({ days: daysAhead - 1 }).toString() }
  await db.transaction().execute(async (tx) => {
    const all = await services.ofBusiness(tx, businessId)
    for (const offer of await offers.load(tx, business, all, window, { takesPayments: settings.takesPayments, now })) {
      const isOffered = business.isPublished && offer.service.active
      const starts = isOffered ? perDay(offer, dates, now) : new Map<string, number>()
      const days = dates.map((date) => ({ date, freeStarts: starts.get(date) ?? 0 }))
      await availability.tellIfNew(tx, now, { businessId, serviceId: offer.service.id, days })
    }
  })
  return startOfDay(today.add({ days: 1 }).toString(), zone)
}

/** Slots come by start, so one pass over the days is enough. */
function perDay(offer: Offer, dates: string[], now: Temporal.Instant): Map<string, number> {
  const counts = new Map<string, number>()
  const zone = offer.business.timeZone
  const begins = dates.map((date) => toSecond(startOfDay(date, zone)))
  const window = { from: dates.at(0) ?? '', to: dates.at(-1) ?? '', now: toSecond(now), partySize: 1 }
  let day = 0
  for (const { start } of slotsOf(offer, window)) {
    while ((begins[day + 1] ?? '9') <= start) day++
    const date = dates[day] ?? ''
    counts.set(date, (counts.get(date) ?? 0) + 1)
  }
  return counts
}
