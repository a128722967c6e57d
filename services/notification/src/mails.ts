import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isFinal } from '@buy-locals/service-kit/adapters/mail'
import { newId } from '@buy-locals/values/ids'
import { job, jobType, schedule, type JobKind } from '@buy-locals/service-kit/jobs'
import type { Deps } from './deps.ts'
import type { Database } from './persistence/database.ts'
import * as people from './persistence/people.ts'
import { isReplaced } from './persistence/told.ts'
import { mailOf } from './words/mail.ts'

const payload = z.object({
  personId: z.string(),
  kind: z.string(),
  about: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Below the public address. A link that is a secret lives here until the mail is sent. */
  link: z.string().optional(),
  /** What it tells of. */
  of: z.object({ subject: z.string(), version: z.int() }).optional(),
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

/** An address that is still on its way here is waited for; who booked by phone may have none. A mail server that is down is asked again and again, for a day. What has meanwhile become something else is not told. */
export const sendMails = ({ db, clock, log, mail, publicUrl }: Deps): JobKind =>
  job(mailJob, async ({ key: id, payload: { personId, kind, about, link, of } }) => {
    const now = clock()
    if (of && (await isReplaced(db, of))) return note(db, id, { not_sent: 'replaced' })
    const waited = await secondsSinceAsked(db, id, now)
    const person = await people.find(db, personId)
    if (!person) {
      if (waited <= patience) return now.add({ seconds: Math.max(2, Math.ceil(waited)) }) // soon at first, then less and less often
      return note(db, id, { not_sent: 'no-address' })
    }
    const message = mailOf({ id, to: person.email, ...person, kind, about, link: link && publicUrl + link })
    if (!mail) {
      await keepInDevInbox(db, message, now)
      return note(db, id, { sent_at: now })
    }
    await mail.send(message).then(
      () => note(db, id, { sent_at: now }),
      (error: unknown) => {
        if (!isFinal(error) && waited <= patience) throw error
        log.warn({ err: error, kind }, 'mail given up')
        return note(db, id, { not_sent: isFinal(error) ? 'refused' : 'unanswered' })
      },
    )
  })

const patience = 24 * 3_600

async function secondsSinceAsked(db: Deps['db'], id: string, now: Temporal.Instant): Promise<number> {
  const asked = await db.selectFrom('deliveries').select('asked_at').where('id', '=', id).executeTakeFirst()
  return asked ? asked.asked_at.until(now).total('seconds') : Infinity
}

type Outcome = { sent_at: Temporal.Instant } | { not_sent: 'replaced' | 'no-address' | 'refused' | 'unanswered' }

async function note(db: Deps['db'], id: string, outcome: Outcome): Promise<void> {
  await db.updateTable('deliveries').set(outcome).where('id', '=', id).execute()
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
