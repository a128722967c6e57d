import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { NotificationPreference } from '@buy-locals/contracts/notification/shapes'
import type { Database } from './database.ts'

type Db = Kysely<Database>

export async function ofPerson(db: Db, personId: string): Promise<NotificationPreference[]> {
  const rows = await db.selectFrom('preferences').selectAll().where('person_id', '=', personId).execute()
  return rows.map(fromRow)
}

const fromRow = ({ kind, channel, enabled }: Selectable<Database['preferences']>) =>
  ({ kind, channel, enabled }) as NotificationPreference

/** What these people have chosen, by `person kind channel`. */
export async function findAll(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('preferences')
    .selectAll()
    .where('person_id', '=', sql<string>`any(${personIds})`)
    .execute()
  return new Map(rows.map(({ person_id, kind, channel, enabled }) => [`${person_id} ${kind} ${channel}`, enabled]))
}

export async function save(
  tx: Transaction<Database>,
  personId: string,
  items: readonly NotificationPreference[],
): Promise<void> {
  for (const { kind, channel, enabled } of items)
    await tx
      .insertInto('preferences')
      .values({ person_id: personId, kind, channel, enabled })
      .onConflict((conflict) => conflict.columns(['person_id', 'kind', 'channel']).doUpdateSet({ enabled }))
      .execute()
}

export async function removeOfPerson(tx: Transaction<Database>, personId: string): Promise<void> {
  await tx.deleteFrom('preferences').where('person_id', '=', personId).execute()
}
