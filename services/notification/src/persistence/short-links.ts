import { randomBytes } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './database.ts'

type ShortLink = { deliveryId: string; personId: string; path: string; at: Temporal.Instant }

/** One for each delivery, however often it is tried: an SMS is found again by what it says. */
export async function make(db: Kysely<Database>, { deliveryId, personId, path, at }: ShortLink): Promise<string> {
  const row = { code: randomBytes(6).toString('base64url'), delivery_id: deliveryId, person_id: personId, path }
  const { code } = await db
    .insertInto('short_links')
    .values({ ...row, created_at: at })
    .onConflict((conflict) => conflict.column('delivery_id').doUpdateSet({ path }))
    .returning('code')
    .executeTakeFirstOrThrow()
  return code
}

export async function findPath(db: Kysely<Database>, code: string): Promise<string | undefined> {
  const row = db.selectFrom('short_links').select('path').where('code', '=', code)
  return (await row.executeTakeFirst())?.path
}

export async function removeOfPerson(tx: Transaction<Database>, personId: string): Promise<void> {
  await tx.deleteFrom('short_links').where('person_id', '=', personId).execute()
}
