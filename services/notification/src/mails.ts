import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { newId } from '@buy-locals/values/ids'
import { job, jobType, schedule, type JobKind } from '@buy-locals/service-kit/jobs'
import type { Deps } from './deps.ts'
import type { Database } from './persistence/database.ts'
import * as people from './persistence/people.ts'
import { mailOf } from './words/mail.ts'

const payload = z.object({
  personId: z.string(),
  kind: z.string(),
  about: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Below the public address. A link that is a secret lives here until the mail is sent. */
  link: z.string().optional(),
})
type Payload = z.output<typeof payload>

export const mailJob = jobType('notification.mail', payload)

/** Asks for one mail to one person about one event, however often the event is heard. */
export async function askForMail(
  tx: Transaction<Database>,
  at: Temporal.Instant,
  eventId: string,
  mail: Payload,
): Promise<void> {
  const id = newId('notification')
  const asked = await tx
    .insertInto('deliveries')
    .values({ id, person_id: mail.personId, event_id: eventId, kind: mail.kind, asked_at: at })
    .onConflict((conflict) => conflict.columns(['person_id', 'event_id']).doNothing())
    .executeTakeFirstOrThrow()
  if (asked.numInsertedOrUpdatedRows === 1n) await schedule(tx, mailJob, id, at, mail)
}

/** An address that is still on its way here is waited for; who booked by phone may have none. A mail server that is down is asked again and again. */
export const sendMails = ({ db, clock, mail, publicUrl }: Deps): JobKind =>
  job(mailJob, async ({ key: id, payload: { personId, kind, about, link } }) => {
    const now = clock()
    const person = await people.find(db, personId)
    if (!person) return nextTry(db, id, now)
    const message = mailOf({ id, to: person.email, ...person, kind, about, link: link && publicUrl + link })
    if (mail) await mail.send(message)
    else await keepInDevInbox(db, message, now)
    await db.updateTable('deliveries').set({ sent_at: now }).where('id', '=', id).execute()
  })

const patienceHours = 24

/** Soon at first, then less and less often, for a day: events may be on their way for long. */
async function nextTry(db: Deps['db'], id: string, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const asked = await db.selectFrom('deliveries').select('asked_at').where('id', '=', id).executeTakeFirst()
  const waited = asked ? asked.asked_at.until(now).total('seconds') : Infinity
  return waited > patienceHours * 3_600 ? undefined : now.add({ seconds: Math.max(2, Math.ceil(waited)) })
}

async function keepInDevInbox(
  db: Deps['db'],
  { id, to, subject, text, html }: ReturnType<typeof mailOf>,
  at: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('dev_mails')
    .values({ id, recipient: to, subject, words: text, html: html ?? null, at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}
