import { sql } from 'kysely'
import type { Retention } from '@buy-locals/service-kit/retention'

/** Longer than anything can still become of a visit: until then its time stays as it was taken. */
const afterVisit = { hours: 24 * 60 }

const aYear = { hours: 24 * 365 }

export const retention: readonly Retention[] = [
  { table: 'threads', by: sql`last_sent_at`, isOver: (now) => sql`last_sent_at < ${now.subtract(aYear)}` },
  // The index that lets nothing overlap holds what is live alone. The row stays: it says which room it was.
  {
    table: 'allocations',
    by: sql`upper(during)`,
    isOver: (now) => sql`live and upper(during) < ${now.subtract(afterVisit)}`,
    set: sql`live = false`,
  },
]
