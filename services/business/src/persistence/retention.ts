import { sql } from 'kysely'
import type { Retention } from '@buy-locals/service-kit/retention'

export const retention: readonly Retention[] = [
  // Wherever it is, the day is over.
  {
    table: 'availability',
    by: sql`date`,
    isOver: (now) => sql`date < (${now}::timestamptz at time zone 'utc')::date - 2`,
  },
  {
    table: 'claims',
    by: sql`created_at`,
    isOver: (now) => sql`created_at < ${now}::timestamptz - interval '90 days' and status <> 'pending'`,
  },
  {
    table: 'photos',
    by: sql`refused_at`,
    isOver: (now) => sql`status = 'refused' and refused_at < ${now}::timestamptz - interval '7 days'`,
  },
  {
    table: 'listing_reports',
    by: sql`resolved_at`,
    isOver: (now) => sql`resolved_at < ${now}::timestamptz - interval '90 days'`,
  },
]
