import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './database.ts'

export type DevSms = { id: string; phone: string; text: string; isReply: boolean; at: Temporal.Instant }

export async function insert(
  db: Kysely<Database>,
  { id, phone, text, isReply, at }: Omit<DevSms, 'at'> & { at: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('dev_sms')
    .values({ id, phone, text, is_reply: isReply, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function listNewest(db: Kysely<Database>, phone?: string): Promise<DevSms[]> {
  const newest = db
    .selectFrom('dev_sms')
    .select(['id', 'phone', 'text', 'is_reply as isReply', 'at'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
  return (phone === undefined ? newest : newest.where('phone', '=', phone)).execute()
}

/** To and from the person's present number. */
export async function removeOfPerson(tx: Transaction<Database>, personId: string): Promise<void> {
  const phone = tx.selectFrom('sms_numbers').select('phone').where('person_id', '=', personId)
  await tx.deleteFrom('dev_sms').where('phone', '=', phone).execute()
}
