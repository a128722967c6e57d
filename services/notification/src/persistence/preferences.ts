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

/** What these people have turned off, as `person kind channel`. */
export async function findOff(db: Db, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('preferences')
    .selectAll()
    .where('person_id', '=', sql<string>`any(${personIds})`)
    .where('enabled', '=', false)
    .execute()
  return new Set(rows.map(({ person_id, kind, channel }) => `${person_id} ${kind} ${channel}`))
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
