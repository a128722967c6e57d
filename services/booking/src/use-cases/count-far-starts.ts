import { setImmediate } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import { localDateOf } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import type { Business } from '../domain/catalogue.ts'
import { countFreeStartsPerDay, listDatesOfWindow, listWindows } from '../domain/free-starts.ts'
import { calculateHorizonDays } from '../domain/terms.ts'
import * as availability from '../persistence/availability.ts'
import * as bookableServices from '../persistence/bookable-services.ts'
import * as businesses from '../persistence/businesses.ts'
import * as farAvailability from '../persistence/far-availability.ts'
import * as farCounts from '../persistence/far-counts.ts'
import * as services from '../persistence/service-repository.ts'
import { findFurthestDate } from '../steps/find-furthest-date.ts'
import { publishFreeStarts } from '../steps/publish-free-starts.ts'

/** After each window it pauses four times as long as that took, so that no business has more than a fifth of a worker. */
const pausePerWork = 4
const shortestPause = { seconds: 1 }

/** Counts the free starts of one window beyond the near days. Returns when to count the next one, where any is left. */
export async function countFarStarts(deps: Deps, businessId: Id<'business'>): Promise<Temporal.Instant | undefined> {
  const { db, clock, settings } = deps
  const now = clock()
  const business = await businesses.find(db, businessId)
  const pass = await farCounts.find(db, businessId)
  if (!business || !pass?.remaining) return undefined
  const today = Temporal.PlainDate.from(localDateOf(now, business.timeZone))
  const all = await services.ofBusiness(db, businessId)
  const reaches = all.map((service) => ({
    service,
    horizonDays: calculateHorizonDays(service, settings.takesPayments),
  }))
  const windows = listWindows(today, await findFurthestDate(db, today, business, reaches))
  const index = Math.max(
    0,
    windows.findIndex((from) => from.toString() >= pass.nextFrom),
  )
  const from = windows[index]
  if (!from) return undefined
  const counted = reaches.filter(({ horizonDays }) => today.add({ days: horizonDays }).toString() >= from.toString())
  await countWindow(
    deps,
    business,
    {
      from: from.toString(),
      dates: listDatesOfWindow(today, from),
      serviceIds: new Set(counted.map(({ service }) => service.id)),
    },
    now,
  )
  const next = windows[(index + 1) % windows.length] ?? from
  const remaining = await farCounts.goOn(db, businessId, next.toString())
  const worked = now.until(clock()).total('milliseconds')
  return remaining
    ? clock()
        .add(shortestPause)
        .add({ milliseconds: Math.round(worked * pausePerWork) })
    : undefined
}

type Window = { from: string; dates: string[]; serviceIds: ReadonlySet<Id<'service'>> }

/** Of the services that reach so far, and of those that did when they were last counted. */
async function countWindow(
  { db, settings }: Deps,
  business: Business,
  { from, dates, serviceIds }: Window,
  now: Temporal.Instant,
): Promise<void> {
  const { id: businessId } = business
  const options = { takesPayments: settings.takesPayments, now }
  const range = { from: dates.at(0) ?? from, to: dates.at(-1) ?? from }
  await db.transaction().execute(async (tx) => {
    const published = await farAvailability.ofWindow(tx, businessId, from)
    const all = await services.ofBusiness(tx, businessId)
    const counted = all.filter(({ id }) => serviceIds.has(id) || published.has(id))
    for (const bookable of await bookableServices.load(tx, business, counted, range, options)) {
      const serviceId = bookable.service.id
      const days = countFreeStartsPerDay(bookable, dates, now)
      const before = published.get(serviceId)?.days
      const isNews = before
        ? JSON.stringify(before) !== JSON.stringify(days)
        : days.some(({ freeStarts }) => freeStarts)
      if (isNews) {
        const near = (await availability.lock(tx, serviceId)) ?? { days: [], version: 0 }
        const version = near.version + 1
        await availability.save(tx, serviceId, { days: near.days, version })
        await farAvailability.save(tx, serviceId, from, { days, version })
        await publishFreeStarts(tx, now, { businessId, serviceId, days, version })
      }
      await setImmediate()
    }
  })
}
