import { Temporal } from 'temporal-polyfill'
import type { Transaction } from 'kysely'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import { localDateOf } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { daysAtOnce, listDates } from '../domain/free-starts.ts'
import * as availability from '../persistence/availability.ts'
import type { Counted } from '../persistence/availability.ts'
import * as bookableServices from '../persistence/bookable-services.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import * as services from '../persistence/service-repository.ts'
import { countChanged, findTurn, type Count } from '../steps/count-changed.ts'
import { findNews, publishFreeStarts } from '../steps/publish-free-starts.ts'
import { scheduleFarRestart, scheduleNextRoll } from '../steps/schedule-jobs.ts'

/** Publishes for how many starts each service is free on each near day, and on a new day has those beyond counted. Returns when to go on, where any is left. */
export async function countFreeStarts(
  { db, clock, settings }: Deps,
  businessId: Id<'business'>,
): Promise<Temporal.Instant | undefined> {
  const business = await businesses.find(db, businessId)
  if (!business) return undefined
  const now = clock()
  const zone = business.timeZone
  const today = Temporal.PlainDate.from(localDateOf(now, zone))
  const dates = listDates(today, today.add({ days: daysAtOnce - 1 }))
  const range = { from: dates.at(0) ?? '', to: dates.at(-1) ?? '' }
  const options = { takesPayments: settings.takesPayments, now }
  const all = await services.ofBusiness(db, businessId)
  if (all.length === 0) return undefined
  const counted = await availability.ofBusiness(db, businessId)
  const bookables = await bookableServices.load(db, business, all, range, options)
  const left = await countChanged(db, bookables, { today, dates, counted, now }, publishNear)
  if (left) return findTurn(clock, now, left)
  const isCountedToday = ({ at }: Counted) => at !== undefined && localDateOf(at, zone) === today.toString()
  if (![...counted.values()].every(isCountedToday))
    await db.transaction().execute((tx) => scheduleFarRestart(tx, businessId, now))
  await scheduleNextRoll(db, zone, today.toString())
  return undefined
}

async function publishNear(tx: Transaction<Database>, service: Service, { days, from, at }: Count): Promise<void> {
  const before = await availability.lock(tx, service.id)
  const news = findNews(before, { days, from })
  const version = (before?.version ?? 0) + (news.length > 0 ? 1 : 0)
  await availability.save(tx, service.id, { days, version, from, at })
  if (news.length > 0) await publishFreeStarts(tx, at, service, { days: news, version })
}
