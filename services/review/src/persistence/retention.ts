import { sql } from 'kysely'
import type { Retention } from '@buy-locals/service-kit/retention'

export const retention: readonly Retention[] = [
  // Refused, or of a review that nobody wrote.
  {
    table: 'photos',
    by: sql`created_at`,
    isOver: (now) => sql`created_at < ${now}::timestamptz - interval '7 days'
      and (status = 'refused' or not exists (select from reviews where reviews.booking_id = photos.subject))`,
  },
]
