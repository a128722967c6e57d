import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Message } from '../mail.ts'
import type { Database } from './database.ts'

export type DevMail = { id: string; recipient: string; subject: string; text: string; at: Temporal.Instant }

export async function insert(
  db: Kysely<Database>,
  { id, to, subject, text, html }: Message,
  at: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('dev_mails')
    .values({ id, recipient: to, subject, text, html: html ?? null, at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function listNewest(db: Kysely<Database>, recipient?: string): Promise<DevMail[]> {
  const newest = db
    .selectFrom('dev_mails')
    .select(['id', 'recipient', 'subject', 'text', 'at'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
  return (recipient === undefined ? newest : newest.where('recipient', '=', recipient)).execute()
}

/** Of the person's present address. */
export async function removeOfPerson(tx: Transaction<Database>, personId: string): Promise<void> {
  const address = tx.selectFrom('people').select('email').where('person_id', '=', personId)
  await tx.deleteFrom('dev_mails').where('recipient', '=', address).execute()
}
