import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { maxPerBusiness } from '@buy-locals/contracts/booking/limits'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import * as businesses from '../persistence/businesses.ts'
import * as catalogueCounts from '../persistence/catalogue-counts.ts'
import type { Database } from '../persistence/database.ts'

type Counted = keyof typeof maxPerBusiness

/** Before more are added. It locks the business, because two that are added at once would count the same rows. */
export async function refuseOverLimit(
  tx: Transaction<Database>,
  businessId: Id<'business'>,
  kind: Counted,
  now: Temporal.Instant,
  added = 1,
): Promise<void> {
  await businesses.lock(tx, businessId)
  const count =
    kind === 'blocks'
      ? await catalogueCounts.countBlocks(tx, businessId, now)
      : await catalogueCounts.count(tx, kind, businessId)
  const max = maxPerBusiness[kind]
  if (count + added > max)
    throw new Problem('limit-reached', `A business has at most ${max} ${kind}`, { rule: `max-${kind}`, max })
}
