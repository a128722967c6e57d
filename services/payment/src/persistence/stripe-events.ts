import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { WebhookEvent } from '../card-payments.ts'
import type { Database } from './database.ts'

/** Returns whether it was the first delivery of the event. */
export async function insert(
  tx: Transaction<Database>,
  { id, type, objectId }: WebhookEvent,
  receivedAt: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('stripe_events')
    .values({ id, type, object_id: objectId, received_at: receivedAt })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
