import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { schedule } from '@buy-locals/service-kit/jobs'
import { newId } from '@buy-locals/values/ids'
import { mailJob, type MailRequest } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as deliveries from '../persistence/deliveries.ts'

/** One mail to one person about one event, however often the event is delivered. */
export async function requestMail(
  tx: Transaction<Database>,
  at: Temporal.Instant,
  eventId: string,
  mail: MailRequest,
): Promise<void> {
  const id = newId('notification')
  const isNew = await deliveries.insert(tx, { id, personId: mail.personId, eventId, kind: mail.kind, requestedAt: at })
  if (isNew) await schedule(tx, mailJob, id, at, mail)
}
