import type { Kysely } from 'kysely'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { businessChanged } from '@buy-locals/contracts/business/events'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import type { Currency } from '@buy-locals/values/money'
import type { Database } from './database.ts'

export async function find(db: Kysely<Database>, id: Id<'business'>) {
  const row = await db.selectFrom('businesses').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { name: row.name, country: row.country, currency: row.currency as Currency }
}

export async function project(
  db: Kysely<Database>,
  events: readonly Envelope<DataOf<typeof businessChanged>>[],
): Promise<void> {
  const rows = events.map(({ data: { id, name, address, currency }, sequence }) => ({
    ...{ id, name, country: address.country, currency, sequence },
  }))
  await upsertNewer(db, 'businesses', ['id'], ...rows)
}
