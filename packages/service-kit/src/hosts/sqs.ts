import type { SQSEvent, SQSBatchResponse, SQSRecord } from 'aws-lambda'
import { envelope, type Envelope } from '@buy-locals/contracts/event'
import { createDelivery } from '../delivery.ts'
import type { Consumer } from '../inbox.ts'
import type { Log } from '../log.ts'
import type { Recorded } from '../outbox.ts'

/** A queue that handles a topic with raw delivery. A bad message comes back by itself; the others are done. */
export function sqsBatch(consumers: readonly Consumer[], log: Log, { maxTries = 20 }: { maxTries?: number } = {}) {
  const deliver = createDelivery({ log, maxTries, patienceMs: 20_000 })
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const received = Records.map((record) => ({ id: record.messageId, event: readEvent(record, log) }))
    const delivered = new Set(
      await deliver(
        consumers,
        received.flatMap(({ event }) => event ?? []),
      ),
    )
    const failed = received.filter(({ event }) => !event || !delivered.has(event.id))
    return { batchItemFailures: failed.map(({ id }) => ({ itemIdentifier: id })) }
  }
}

function readEvent({ body, messageId, attributes }: SQSRecord, log: Log): Recorded | undefined {
  try {
    return { ...(envelope.parse(JSON.parse(body)) as Envelope), tries: Number(attributes.ApproximateReceiveCount) }
  } catch (err) {
    log.error({ err, messageId }, 'message is no event')
    return undefined
  }
}
