import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { scheduleOnce } from '@buy-locals/service-kit/jobs'
import type { Id } from '@buy-locals/values/ids'
import { reindexJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'

/** A business that saves two hundred services is indexed once for all that came in a second. The last statement of a transaction. */
export const scheduleReindex = (
  tx: Transaction<Database>,
  businessId: Id<'business'>,
  now: Temporal.Instant,
): Promise<void> => scheduleOnce(tx, reindexJob, businessId, now.add({ seconds: 1 }), { businessId })
