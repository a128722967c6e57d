import type { Kysely, Transaction } from 'kysely'
import type { Database } from './database.ts'

/** The newest of the provider's events that has been compared with what webhooks brought. */
export async function findLast(db: Kysely<Database>): Promise<string | undefined> {
  return (await db.selectFrom('compared_events').select('last_event_id').executeTakeFirst())?.last_event_id
}

export async function setLast(tx: Transaction<Database>, last_event_id: string): Promise<void> {
  await tx
    .insertInto('compared_events')
    .values({ last_event_id })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ last_event_id }))
    .execute()
}
