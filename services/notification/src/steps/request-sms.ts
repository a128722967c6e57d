import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { scheduleNew } from '@buy-locals/service-kit/jobs'
import { newId } from '@buy-locals/values/ids'
import { smsJob, type SmsRequest } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as deliveries from '../persistence/deliveries.ts'

/** An SMS about an event. */
type Requested = { eventId: string; at: Temporal.Instant; request: SmsRequest }

/** One SMS to one person about one event, however often the event is delivered. */
export async function requestSms(tx: Transaction<Database>, all: readonly Requested[]): Promise<void> {
  if (all.length === 0) return
  const requested = all.map(({ eventId, at, request }) => {
    const { personId, kind } = request
    const delivery = { id: newId('notification'), personId, eventId, channel: 'sms' as const, kind, requestedAt: at }
    return { delivery, request }
  })
  const isNew = await deliveries.insert(
    tx,
    requested.map(({ delivery }) => delivery),
  )
  const jobs = requested
    .filter(({ delivery }) => isNew.has(delivery.id))
    .map(({ delivery: { id, requestedAt }, request }) => ({ key: id, runAt: requestedAt, input: request }))
  await scheduleNew(tx, smsJob, jobs)
}
