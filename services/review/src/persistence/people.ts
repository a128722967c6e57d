import type { Kysely, Transaction } from 'kysely'
import type { personChanged } from '@buy-locals/contracts/auth/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Id } from '@buy-locals/values/ids'
import { findErased } from '@buy-locals/service-kit/erasure'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

export async function findName(db: Kysely<Database>, id: Id<'person'>): Promise<string | undefined> {
  const row = await db.selectFrom('people').select('name').where('person_id', '=', id).executeTakeFirst()
  return row?.name
}

export async function project(
  db: Kysely<Database>,
  events: readonly Envelope<DataOf<typeof personChanged>>[],
): Promise<void> {
  const erased = await findErased(
    db,
    events.map(({ data }) => data.id),
  )
  const rows = events
    .filter(({ data }) => !erased.has(data.id))
    .map(({ data: { id, name }, sequence }) => ({ person_id: id, name, sequence }))
  await upsertNewer(db, 'people', ['person_id'], ...rows)
}

export async function remove(tx: Transaction<Database>, id: Id<'person'>): Promise<void> {
  await tx.deleteFrom('people').where('person_id', '=', id).execute()
}
