import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { together } from '@buy-locals/service-kit/together'
import type { Attachment, Message } from '../mail.ts'
import type { Database } from './database.ts'

export type DevMail = {
  id: string
  recipient: string
  subject: string
  text: string
  attachments: Attachment[]
  at: Temporal.Instant
}

/** Not where it names somebody who was erased while it was written. */
export const insert = together<Database, { message: Message; at: Temporal.Instant }, void>(async (db, mails) => {
  const rows = mails.map(({ message: { id, to, names, subject, text, html, attachments = [] }, at }) => ({
    ...{ id, recipient: to, names_person: names, subject, text, html, attachments, at: at.toString() },
  }))
  await sql`
    insert into dev_mails (id, recipient, names_person, subject, text, html, attachments, at)
    select id, recipient, names_person, subject, text, html, attachments, at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as mail(
      id text, recipient text, names_person text, subject text, text text, html text, attachments jsonb, at timestamptz)
    where not exists (select from erased_people where person_id = names_person)
    on conflict (id) do nothing`.execute(db)
})

export async function listNewest(db: Kysely<Database>, recipient?: string): Promise<DevMail[]> {
  const newest = db
    .selectFrom('dev_mails')
    .select(['id', 'recipient', 'subject', 'text', 'attachments', 'at'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
  const rows = await (recipient === undefined ? newest : newest.where('recipient', '=', recipient)).execute()
  return rows.map((row) => ({ ...row, attachments: row.attachments as Attachment[] }))
}

/** To the person's present address, and to others about them. */
export async function removeOfPerson(tx: Transaction<Database>, personId: string): Promise<void> {
  const address = tx.selectFrom('people').select('email').where('person_id', '=', personId)
  await tx
    .deleteFrom('dev_mails')
    .where((row) => row.or([row('recipient', '=', address), row('names_person', '=', personId)]))
    .execute()
}
