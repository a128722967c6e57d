import type { Transaction } from 'kysely'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { payeeChanged } from '@buy-locals/contracts/payment/events'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

export async function project(
  tx: Transaction<Database>,
  { data, sequence }: Envelope<DataOf<typeof payeeChanged>>,
): Promise<void> {
  const row = { business_id: data.businessId, charges_enabled: data.chargesEnabled, sequence }
  await upsertNewer(tx, 'payees', ['business_id'], row)
}
