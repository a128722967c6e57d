import { createHmac } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { PreferenceKind } from '@buy-locals/contracts/notification/shapes'
import type { Database } from './database.ts'

type Choice = { email: string; kind: PreferenceKind }

/** With a secret that no table has: addresses can be guessed. */
export const hashAddress = (secret: string, email: string): string =>
  createHmac('sha256', `mail ${secret}`).update(email.toLowerCase()).digest('hex')

export async function insert(
  tx: Transaction<Database>,
  secret: string,
  { email, kind, at }: Choice & { at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('unsubscribed_addresses')
    .values({ address_hash: hashAddress(secret, email), kind, unsubscribed_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function has(db: Kysely<Database>, secret: string, { email, kind }: Choice): Promise<boolean> {
  const ofAddress = db.selectFrom('unsubscribed_addresses').select('kind')
  const row = ofAddress.where('address_hash', '=', hashAddress(secret, email)).where('kind', '=', kind)
  return (await row.executeTakeFirst()) !== undefined
}
