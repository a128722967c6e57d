import type { SQSEvent, SQSBatchResponse } from 'aws-lambda'
import { envelope, type Envelope } from '@buy-locals/contracts/event'
import { deliver, type Consumer } from '../inbox.ts'
import type { Log } from '../log.ts'

/** A queue that handles a topic with raw delivery. A bad message comes back by itself; the others are done. */
export const sqsBatch =
  (consumers: readonly Consumer[], log: Log) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const isDone = await Promise.all(
      Records.map(async ({ messageId, body }) => {
        try {
          await deliver(consumers, envelope.parse(JSON.parse(body)) as Envelope)
          return true
        } catch (error) {
          log.error({ err: error, messageId }, 'message not stored')
          return false
        }
      }),
    )
    const failed = Records.filter((_, index) => !isDone[index])
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
  }
