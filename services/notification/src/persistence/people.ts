import type { Kysely, Transaction } from 'kysely'
import type { personChanged } from '@buy-locals/contracts/auth/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { isErased } from '@buy-locals/service-kit/erasure'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

export type Person = { name: string; email: string; locale: string; verified: boolean; isGuest: boolean }

export const find = (db: Kysely<Database>, personId: string): Promise<Person | undefined> =>
  db
    .selectFrom('people')
    .select(['name', 'email', 'locale', 'verified', 'is_guest as isGuest'])
    .where('person_id', '=', personId)
    .executeTakeFirst()

export async function project(
  tx: Transaction<Database>,
  { data, sequence }: Envelope<DataOf<typeof personChanged>>,
): Promise<void> {
  if (await isErased<Database>(tx, data.id)) return
  const row = {
    person_id: data.id,
    name: data.name,
    email: data.email,
    locale: data.locale,
    verified: data.kind === 'account' && data.emailVerified,
    is_guest: data.kind === 'guest',
    sequence,
  }
  await upsertNewer(tx, 'people', ['person_id'], row)
}

export async function remove(tx: Transaction<Database>, personId: string): Promise<void> {
  await tx.deleteFrom('people').where('person_id', '=', personId).execute()
}
