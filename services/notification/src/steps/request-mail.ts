import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { scheduleNew } from '@buy-locals/service-kit/jobs'
import { newId } from '@buy-locals/values/ids'
import { mailJob, type MailRequest } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as deliveries from '../persistence/deliveries.ts'

/** A mail about an event, not to be sent before an instant. */
type Requested = { eventId: string; at: Temporal.Instant; request: MailRequest }

/** One mail to one person about one event, however often the event is delivered. */
export async function requestMails(tx: Transaction<Database>, mails: readonly Requested[]): Promise<void> {
  if (mails.length === 0) return
  const requested = mails.map(({ eventId, at, request }) => {
    const { personId, kind } = request
    return {
      delivery: { id: newId('notification'), personId, eventId, channel: 'mail' as const, kind, requestedAt: at },
      request,
    }
  })
  const isNew = await deliveries.insert(
    tx,
    requested.map(({ delivery }) => delivery),
  )
  const jobs = requested
    .filter(({ delivery }) => isNew.has(delivery.id))
    .map(({ delivery: { id, requestedAt }, request }) => ({ key: id, runAt: requestedAt, input: request }))
  await scheduleNew(tx, mailJob, jobs)
}
