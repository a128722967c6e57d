import { sql, type Kysely, type Transaction } from 'kysely'
import type { staffChanged } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { findErased } from '@buy-locals/service-kit/erasure'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

/** Whose login each of these calendars is. */
export async function findPeople(
  db: Kysely<Database>,
  staffIds: readonly Id<'staff'>[],
): Promise<ReadonlyMap<Id<'staff'>, Id<'person'>>> {
  if (staffIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('calendars')
    .select(['staff_id', 'person_id'])
    .where('staff_id', '=', sql<string>`any(${staffIds})`)
    .where('person_id', 'is not', null)
    .execute()
  return new Map(rows.map(({ staff_id, person_id }) => [staff_id as Id<'staff'>, person_id as Id<'person'>]))
}

export async function project(
  db: Kysely<Database>,
  events: readonly Envelope<DataOf<typeof staffChanged>>[],
): Promise<void> {
  const erased = await findErased(
    db,
    events.flatMap(({ data: { personId } }) => personId ?? []),
  )
  const rows = events.map(({ data: { id, businessId, personId, active }, sequence }) => ({
    ...{ staff_id: id, business_id: businessId, sequence },
    person_id: active && personId && !erased.has(personId) ? personId : null,
  }))
  await upsertNewer(db, 'calendars', ['staff_id'], ...rows)
}

export async function unlink(tx: Transaction<Database>, personId: string): Promise<void> {
  await tx.updateTable('calendars').set({ person_id: null }).where('person_id', '=', personId).execute()
}
