import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { scheduleNew, type JobType } from '@buy-locals/service-kit/jobs'
import { newId } from '@buy-locals/values/ids'
import type { Database } from '../persistence/database.ts'
import * as deliveries from '../persistence/deliveries.ts'

/** A message about an event, not to be sent before an instant. */
export type Requested<R> = { eventId: string; at: Temporal.Instant; request: R }

/** One message to one person about one event on a channel, however often the event is delivered. */
export async function requestMessages<R extends { personId: string; kind: string }>(
  tx: Transaction<Database>,
  { channel, job }: { channel: deliveries.DeliveryChannel; job: JobType<z.ZodType<R, R>> },
  messages: readonly Requested<R>[],
): Promise<void> {
  if (messages.length === 0) return
  const requested = messages.map(({ eventId, at, request }) => {
    const { personId, kind } = request
    return { delivery: { id: newId('notification'), personId, eventId, channel, kind, requestedAt: at }, request }
  })
  const isNew = await deliveries.insert(
    tx,
    requested.map(({ delivery }) => delivery),
  )
  const jobs = requested
    .filter(({ delivery }) => isNew.has(delivery.id))
    .map(({ delivery: { id, requestedAt }, request }) => ({ key: id, runAt: requestedAt, input: request }))
  await scheduleNew(tx, job, jobs)
}
