import type { Kysely } from 'kysely'
import type { businessChanged } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

export async function project(
  db: Kysely<Database>,
  events: readonly Envelope<DataOf<typeof businessChanged>>[],
): Promise<void> {
  const rows = events.map(({ data: { id, name, status }, sequence }) => ({ business_id: id, name, status, sequence }))
  await upsertNewer(db, 'businesses', ['business_id'], ...rows)
}

/** Without a status where it has not arrived since the service keeps it. */
export const find = (db: Kysely<Database>, id: string): Promise<{ name: string; status: string | null } | undefined> =>
  db.selectFrom('businesses').select(['name', 'status']).where('business_id', '=', id).executeTakeFirst()
