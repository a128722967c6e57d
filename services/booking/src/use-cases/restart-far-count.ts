import { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import { localDateOf } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { listWindows } from '../domain/free-starts.ts'
import { calculateHorizonDays } from '../domain/terms.ts'
import * as businesses from '../persistence/businesses.ts'
import * as farAvailability from '../persistence/far-availability.ts'
import * as farCounts from '../persistence/far-counts.ts'
import * as services from '../persistence/service-repository.ts'
import { findFurthestDate } from '../steps/find-furthest-date.ts'
import { scheduleFarStartsCount } from '../steps/schedule-jobs.ts'

/** Has every window beyond the near days counted once more. */
export async function restartFarCount({ db, clock, settings }: Deps, businessId: Id<'business'>): Promise<void> {
  const business = await businesses.find(db, businessId)
  if (!business) return
  const now = clock()
  const today = Temporal.PlainDate.from(localDateOf(now, business.timeZone))
  const all = await services.ofBusiness(db, businessId)
  const reaches = all.map((service) => ({
    service,
    horizonDays: calculateHorizonDays(service, settings.takesPayments),
  }))
  await db.transaction().execute(async (tx) => {
    const windows = listWindows(today, await findFurthestDate(tx, today, business, reaches))
    const [first] = windows
    await farAvailability.removeBefore(tx, businessId, today.toString())
    if (!first) return
    // One more than there are: the window that is being counted now may have missed what has changed.
    await farCounts.restart(tx, businessId, { nextFrom: first.toString(), remaining: windows.length + 1 })
    await scheduleFarStartsCount(tx, businessId, now)
  })
}
