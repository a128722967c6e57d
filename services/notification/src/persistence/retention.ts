import { sql } from 'kysely'
import type { Retention } from '@buy-locals/service-kit/retention'
import { refusalsCountFor } from '../domain/suppression.ts'

const bounceDays = 90
const aYear = { hours: 24 * 365 }

export const retention: readonly Retention[] = [
  { table: 'notifications', by: sql`at`, isOver: (now) => sql`at < ${now.subtract(aYear)}` },
  { table: 'deliveries', by: sql`requested_at`, isOver: (now) => sql`requested_at < ${now.subtract(aYear)}` },
  {
    table: 'counted_messages',
    by: sql`counted_at`,
    isOver: (now) => sql`counted_at <= ${now.subtract({ hours: 24 })}`,
  },
  {
    table: 'suppressed_addresses',
    by: sql`suppressed_at`,
    isOver: (now) => sql`reason = 'bounce' and suppressed_at < ${now.subtract({ hours: 24 * bounceDays })}`,
  },
  {
    table: 'refused_addresses',
    by: sql`refused_on`,
    isOver: (now) => sql`refused_on < ${now.subtract(refusalsCountFor)}`,
  },
  { table: 'visits', by: sql`start`, isOver: (now) => sql`start < ${now.subtract({ hours: 24 })}` },
  { table: 'short_links', by: sql`created_at`, isOver: (now) => sql`created_at < ${now.subtract(aYear)}` },
  { table: 'dev_sms', by: sql`at`, isOver: (now) => sql`at < ${now.subtract({ hours: 24 * 90 })}` },
  { table: 'dev_pushes', by: sql`at`, isOver: (now) => sql`at < ${now.subtract({ hours: 24 * 90 })}` },
  { table: 'dev_mails', by: sql`at`, isOver: (now) => sql`at < ${now.subtract({ hours: 24 * 90 })}` },
]
