import type { Kysely, Transaction } from 'kysely'
import type { businessChanged } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

export async function project(
  tx: Transaction<Database>,
  { data: { id, name, status }, sequence }: Envelope<DataOf<typeof businessChanged>>,
): Promise<void> {
  await upsertNewer(tx, 'businesses', ['business_id'], { business_id: id, name, status, sequence })
}

/** Without a status where it has not arrived since the service keeps it. */
export const find = (db: Kysely<Database>, id: string): Promise<{ name: string; status: string | null } | undefined> =>
  db.selectFrom('businesses').select(['name', 'status']).where('business_id', '=', id).executeTakeFirst()
