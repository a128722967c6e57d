import type { Kysely, Transaction } from 'kysely'
import type { personChanged } from '@buy-locals/contracts/auth/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { findErased } from '@buy-locals/service-kit/erasure'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

export type Person = { name: string; email: string; locale: string; verified: boolean; isGuest: boolean }

export const find = (db: Kysely<Database>, personId: string): Promise<Person | undefined> =>
  db
    .selectFrom('people')
    .select(['name', 'email', 'locale', 'verified', 'is_guest as isGuest'])
    .where('person_id', '=', personId)
    .executeTakeFirst()

export async function findZone(db: Kysely<Database>, personId: string): Promise<string | undefined> {
  const row = db.selectFrom('people').select('time_zone').where('person_id', '=', personId)
  return (await row.executeTakeFirst())?.time_zone ?? undefined
}

export async function findName(db: Kysely<Database>, personId: string): Promise<string | undefined> {
  const row = db.selectFrom('people').select('name').where('person_id', '=', personId)
  return (await row.executeTakeFirst())?.name
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
    .map(({ data: { id, kind, name, email, locale, timeZone, emailVerified }, sequence }) => ({
      ...{ person_id: id, name, email, locale, time_zone: timeZone ?? null, sequence },
      ...{ verified: kind === 'account' && emailVerified, is_guest: kind === 'guest' },
    }))
  await upsertNewer(db, 'people', ['person_id'], ...rows)
}

export async function remove(tx: Transaction<Database>, personId: string): Promise<void> {
  await tx.deleteFrom('people').where('person_id', '=', personId).execute()
}
