import type { Kysely } from 'kysely'
import type { marketChanged } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

/** How long a complaint can be filed in that market; undefined of a market whose event has not arrived. */
export async function complaintHours(db: Kysely<Database>, id: Id<'market'>): Promise<number | undefined> {
  const row = await db.selectFrom('markets').select('complaint_hours').where('id', '=', id).executeTakeFirst()
  return row?.complaint_hours
}

export async function project(
  db: Kysely<Database>,
  events: readonly Envelope<DataOf<typeof marketChanged>>[],
): Promise<void> {
  const rows = events.map(({ data: { id, complaintHours }, sequence }) => ({
    id,
    complaint_hours: complaintHours,
    sequence,
  }))
  await upsertNewer(db, 'markets', ['id'], ...rows)
}
