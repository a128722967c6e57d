import { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import { localDateOf } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import type { Business } from '../domain/catalogue.ts'
import { listDatesOfWindow, listWindows } from '../domain/free-starts.ts'
import { calculateHorizonDays } from '../domain/terms.ts'
import * as availability from '../persistence/availability.ts'
import * as bookableServices from '../persistence/bookable-services.ts'
import * as businesses from '../persistence/businesses.ts'
import * as farAvailability from '../persistence/far-availability.ts'
import * as farCounts from '../persistence/far-counts.ts'
import * as services from '../persistence/service-repository.ts'
import { countChanged, findTurn } from '../steps/count-changed.ts'
import { findFurthestDate } from '../steps/find-furthest-date.ts'
import { findNews, publishFreeStarts } from '../steps/publish-free-starts.ts'

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
  const window = {
    today,
    from: from.toString(),
    dates: listDatesOfWindow(today, from),
    serviceIds: new Set(counted.map(({ service }) => service.id)),
  }
  const left = await countWindow(deps, business, window, now)
  if (left) return findTurn(clock, now, left)
  const next = windows[(index + 1) % windows.length] ?? from
  const remaining = await farCounts.goOn(db, businessId, next.toString())
  return remaining ? findTurn(clock, now) : undefined
}

type Window = { today: Temporal.PlainDate; from: string; dates: string[]; serviceIds: ReadonlySet<Id<'service'>> }

/** Of the services that reach so far, and of those that did when they were last counted. Returns from when on those may be counted that are left. */
async function countWindow(
  { db, settings }: Deps,
  business: Business,
  { today, from, dates, serviceIds }: Window,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const { id: businessId } = business
  const options = { takesPayments: settings.takesPayments, now }
  const range = { from: dates.at(0) ?? from, to: dates.at(-1) ?? from }
  const counted = await farAvailability.ofWindow(db, businessId, from)
  const all = await services.ofBusiness(db, businessId)
  const reaching = all.filter(({ id }) => serviceIds.has(id) || counted.has(id))
  const bookables = await bookableServices.load(db, business, reaching, range, options)
  return countChanged(db, bookables, { today, dates, counted, now }, async (tx, service, count) => {
    const { id: serviceId } = service
    const { days } = count
    const before = counted.get(serviceId)
    const isFirst = !before && days.some(({ freeStarts }) => freeStarts)
    const news = before || isFirst ? findNews(before, count) : []
    const near = await availability.lock(tx, serviceId)
    const version = news.length > 0 ? (near?.version ?? 0) + 1 : (before?.version ?? 0)
    await farAvailability.save(tx, serviceId, from, { ...count, version })
    if (news.length === 0) return
    await availability.save(tx, serviceId, { days: [], from: undefined, at: undefined, ...near, version })
    await publishFreeStarts(tx, now, service, { days: news, version })
  })
}
