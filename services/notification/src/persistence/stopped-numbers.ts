import { createHmac } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './database.ts'

/** With a secret that no table has: there are too few numbers for a plain hash to hide one. */
export const hashPhone = (secret: string, phone: string): string =>
  createHmac('sha256', `sms ${secret}`).update(phone).digest('hex')

export async function insert(tx: Transaction<Database>, phoneHash: string, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('stopped_numbers')
    .values({ phone_hash: phoneHash, stopped_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function remove(tx: Transaction<Database>, phoneHash: string): Promise<void> {
  await tx.deleteFrom('stopped_numbers').where('phone_hash', '=', phoneHash).execute()
}
