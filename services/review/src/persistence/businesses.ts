import type { Transaction } from 'kysely'
import type { businessChanged } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

/** It is ranked in the first of its categories. */
export async function project(
  tx: Transaction<Database>,
  { data, sequence }: Envelope<DataOf<typeof businessChanged>>,
): Promise<void> {
  const row = { business_id: data.id, market_id: data.marketId, category: data.categories[0] ?? 'services', sequence }
  await upsertNewer(tx, 'businesses', ['business_id'], row)
}
