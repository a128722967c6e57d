import type { Kysely, Transaction } from 'kysely'
import type { DataOf, Envelope, EventType } from '@buy-locals/contracts/event'
import type { Db, KitTables, Tx } from './kit-tables.ts'
import { withCorrelation } from './log.ts'

export type Consumer = {
  /** `<service>.<read model or duty>` */
  name: string
  handles: string
  handle(event: Envelope): Promise<void>
}

/** The effect and its inbox row are one commit, so an event that is delivered twice has its effect once. */
export function consumer<DB extends KitTables, E extends EventType>(
  db: Kysely<DB>,
  name: string,
  eventType: E,
  project: (tx: Transaction<DB>, event: Envelope<DataOf<E>>) => Promise<void>,
): Consumer {
  return parsing(name, eventType, (event) =>
    db.transaction().execute(async (tx) => {
      if (await isFirstDelivery(tx as unknown as Tx, name, event.id)) await project(tx, event)
    }),
  )
}

/**
 * For an effect outside our database, such as a vendor's call. It happens at least once and outside any transaction; give
 * `event.id` to the vendor as its idempotency key.
 */
export function reaction<DB extends KitTables, E extends EventType>(
  database: Kysely<DB>,
  name: string,
  eventType: E,
  act: (event: Envelope<DataOf<E>>) => Promise<void>,
): Consumer {
  const db = database as unknown as Db
  return parsing(name, eventType, async (event) => {
    const handled = await db
      .selectFrom('inbox')
      .select('event_id')
      .where('consumer', '=', name)
      .where('event_id', '=', event.id)
      .executeTakeFirst()
    if (handled) return
    await act(event)
    await isFirstDelivery(db, name, event.id)
  })
}

/** Delivers an event to every consumer of its type. A failing consumer does not stop the others; failures are thrown at the end. */
export async function deliver(consumers: readonly Consumer[], event: Envelope): Promise<void> {
  const subscribed = consumers.filter(({ handles }) => handles === event.type)
  const outcomes = await Promise.allSettled(subscribed.map((consumer) => consumer.handle(event)))
  const failures = outcomes.flatMap((outcome, index) =>
    outcome.status === 'rejected'
      ? [new Error(`${subscribed[index]?.name} failed on ${event.type} ${event.id}`, { cause: outcome.reason })]
      : [],
  )
  if (failures.length === 1) throw failures[0]
  if (failures.length > 1)
    throw new AggregateError(failures, `${failures.length} consumers failed on ${event.type} ${event.id}`)
}

/** Parses the event's data before the effect, and gives every log line of it the consumer's name. */
function parsing<E extends EventType>(
  name: string,
  eventType: E,
  effect: (event: Envelope<DataOf<E>>) => Promise<void>,
): Consumer {
  return {
    name,
    handles: eventType.type,
    handle: (event) =>
      withCorrelation({ correlationId: event.correlationId ?? event.id, consumer: name }, () =>
        effect({ ...event, data: eventType.data.parse(event.data) as DataOf<E> }),
      ),
  }
}

async function isFirstDelivery(db: Db | Tx, consumer: string, eventId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('inbox')
    .values({ consumer, event_id: eventId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
