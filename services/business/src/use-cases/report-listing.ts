import type { Body } from '@buy-locals/contracts/operation'
import { listingReported } from '@buy-locals/contracts/business/events'
import type { reportListing as operation } from '@buy-locals/contracts/business/operations'
import { maxOpenReports } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { record } from '@buy-locals/service-kit/outbox'
import { requireOperator } from '@buy-locals/service-kit/memberships'
import type { Actor } from '@buy-locals/service-kit/service'
import { consumeFrom } from '@buy-locals/service-kit/throttle'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as businesses from '../persistence/business-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as reports from '../persistence/listing-reports.ts'

type Command = Body<typeof operation> & { businessId: Id<'business'>; ip: string }

/**
 * Of what is on the site, by anybody: whoever reports it need not say who they are. Where a business has many open ones
 * already, another says nothing new. The operator is notified of the first of a day: the others are on the same list.
 */
export async function reportListing(
  { db, clock, throttle, listingReports }: Deps,
  { businessId, ip, ...report }: Command,
) {
  await consumeFrom(throttle, 'report-listing', ip, listingReports)
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const { status, marketId, name } = await businesses.lock(tx, businessId)
    if (status !== 'published') throw new Problem('not-found', 'There is no such business')
    const { open, recent } = await reports.count(tx, businessId, now.subtract({ hours: 24 }))
    if (open >= maxOpenReports) return
    const id = newId('listingReport')
    await reports.insert(tx, now, { id, businessId, marketId, ...report })
    if (recent > 0) return
    const about = { businessId, marketId, name, fault: report.fault, version: 1 }
    await record(tx, now, listingReported, id, about.version, about)
  })
  return {}
}

export async function resolveListingReport(
  { db, clock }: Deps,
  { actor, reportId }: { actor: Actor; reportId: Id<'listingReport'> },
) {
  const marketId = await reports.findMarket(db, reportId)
  if (!marketId) throw new Problem('not-found', 'There is no such thing')
  await requireOperator<Database>(db, actor, marketId)
  await reports.resolve(db, reportId, clock())
  return {}
}
