import { awaitProjection } from '@buy-locals/service-kit/find-projected'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as businesses from '../persistence/businesses.ts'
import { listMonths, listReleases, type Month, type Release } from '../persistence/earnings.ts'

export async function readEarnings(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  businessId: Id<'business'>,
): Promise<{ releases: Release[]; months: Month[] }> {
  const { currency } = await awaitProjection(() => businesses.find(db, businessId))
  const releases = await listReleases(db, businessId, currency)
  return { releases, months: await listMonths(db, businessId, currency, clock()) }
}
