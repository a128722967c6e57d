import type { Kysely, Transaction } from 'kysely'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { payeeChanged } from '@buy-locals/contracts/payment/events'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

export async function canCharge(db: Kysely<Database>, businessId: Id<'business'>): Promise<boolean> {
  const row = await db
    .selectFrom('payees')
    .select('charges_enabled')
    .where('business_id', '=', businessId)
    .executeTakeFirst()
  return row?.charges_enabled ?? false
}

export async function project(
  tx: Transaction<Database>,
  { data, sequence }: Envelope<DataOf<typeof payeeChanged>>,
): Promise<void> {
  const row = { charges_enabled: data.chargesEnabled, sequence }
  await tx
    .insertInto('payees')
    .values({ business_id: data.businessId, ...row })
    .onConflict((conflict) => conflict.column('business_id').doUpdateSet(row).where('payees.sequence', '<', sequence))
    .execute()
}
