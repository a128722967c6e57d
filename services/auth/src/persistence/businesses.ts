import type { Transaction } from 'kysely'
import type { businessChanged } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

export async function project(
  tx: Transaction<Database>,
  { data, sequence }: Envelope<DataOf<typeof businessChanged>>,
): Promise<void> {
  await upsertNewer(tx, 'businesses', ['business_id'], { business_id: data.id, name: data.name, sequence })
}
