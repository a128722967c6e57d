import type { Kysely, Transaction } from 'kysely'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { businessChanged } from '@buy-locals/contracts/business/events'
import type { Id } from '@buy-locals/values/ids'
import type { Currency } from '@buy-locals/values/money'
import type { Database } from './database.ts'

export async function find(db: Kysely<Database>, id: Id<'business'>) {
  const row = await db.selectFrom('businesses').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { name: row.name, country: row.country, currency: row.currency as Currency }
}

export async function project(
  tx: Transaction<Database>,
  { data, sequence }: Envelope<DataOf<typeof businessChanged>>,
): Promise<void> {
  const row = { name: data.name, country: data.address.country, currency: data.currency, sequence }
  await tx
    .insertInto('businesses')
    .values({ id: data.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('businesses.sequence', '<', sequence))
    .execute()
}
