import type { Kysely, Transaction } from 'kysely'
import type { personChanged } from '@buy-locals/contracts/auth/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Id } from '@buy-locals/values/ids'
import { isErased } from '@buy-locals/service-kit/erasure'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

export async function findName(db: Kysely<Database>, id: Id<'person'>): Promise<string | undefined> {
  const row = await db.selectFrom('people').select('name').where('person_id', '=', id).executeTakeFirst()
  return row?.name
}

export async function project(
  tx: Transaction<Database>,
  { data, sequence }: Envelope<DataOf<typeof personChanged>>,
): Promise<void> {
  if (await isErased<Database>(tx, data.id)) return
  const row = { person_id: data.id, name: data.name, sequence }
  await upsertNewer(tx, 'people', ['person_id'], row)
}

export async function remove(tx: Transaction<Database>, id: Id<'person'>): Promise<void> {
  await tx.deleteFrom('people').where('person_id', '=', id).execute()
}
