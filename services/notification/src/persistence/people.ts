import { sql, type Kysely, type Transaction } from 'kysely'
import type { personChanged } from '@buy-locals/contracts/auth/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { findErased } from '@buy-locals/service-kit/erasure'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

export type Person = {
  name: string
  email: string
  locale: string
  verified: boolean
  isGuest: boolean
  timeZone: string | null
}

export const find = (db: Kysely<Database>, personId: string): Promise<Person | undefined> =>
  db
    .selectFrom('people')
    .select(['name', 'email', 'locale', 'verified', 'is_guest as isGuest', 'time_zone as timeZone'])
    .where('person_id', '=', personId)
    .executeTakeFirst()

export async function findZone(db: Kysely<Database>, personId: string): Promise<string | undefined> {
  const row = db.selectFrom('people').select('time_zone').where('person_id', '=', personId)
  return (await row.executeTakeFirst())?.time_zone ?? undefined
}

/** Of those who have said in which zone they are. */
export async function findZones(
  db: Kysely<Database>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const named = db.selectFrom('people').select(['person_id', 'time_zone'])
  const rows = await named.where('person_id', '=', sql<string>`any(${personIds})`).execute()
  return new Map(rows.flatMap(({ person_id, time_zone }) => (time_zone ? [[person_id, time_zone] as const] : [])))
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
