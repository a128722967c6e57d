import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './database.ts'

export type DevPush = {
  id: string
  address: string
  title: string
  text: string
  link: string | null
  at: Temporal.Instant
}

export async function insert(db: Kysely<Database>, push: DevPush): Promise<void> {
  await db
    .insertInto('dev_pushes')
    .values(push)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const listNewest = (db: Kysely<Database>): Promise<DevPush[]> =>
  db
    .selectFrom('dev_pushes')
    .select(['id', 'address', 'title', 'text', 'link', 'at'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()

export async function removeOfAddress(db: Kysely<Database>, address: string): Promise<void> {
  await db.deleteFrom('dev_pushes').where('address', '=', address).execute()
}

export async function removeOfPerson(tx: Transaction<Database>, personId: string): Promise<void> {
  const own = tx.selectFrom('devices').select('address').where('person_id', '=', personId).$narrowType<{ address: string }>() // prettier-ignore
  await tx.deleteFrom('dev_pushes').where('address', 'in', own).execute()
}
