import { sql } from 'kysely'
import type { Retention } from '@buy-locals/service-kit/retention'

export const retention: readonly Retention[] = [
  // Wherever it is, the day is over.
  {
    table: 'availability',
    by: sql`date`,
    isOver: (now) => sql`date < (${now}::timestamptz at time zone 'utc')::date - 2`,
  },
]
