import type { Kysely, Transaction } from 'kysely'
import type { DataOf, Envelope, EventType } from '@buy-locals/contracts/event'
import type { Db, KitTables, Tx } from './kit-tables.ts'
import { correlated } from './log.ts'

export type Consumer = {
  /** `<service>.<read model or duty>` */
  name: string
  hears: string
  receive(event: Envelope): Promise<void>
}

/** Effect and note of it are one commit: an event that comes twice has its effect once. */
export function consumer<DB extends KitTables, E extends EventType>(
  db: Kysely<DB>,
  name: string,
  of: E,
  project: (tx: Transaction<DB>, event: Envelope<DataOf<E>>) => Promise<void>,
): Consumer {
  return heard(name, of, (event) =>
    db.transaction().execute(async (tx) => {
      if (await isFirst(tx as unknown as Tx, name, event.id)) await project(tx, event)
    }),
  )
}

/**
 * For an effect outside our database, such as a vendor's call. It happens at least once, in no transaction; give
 * `event.id` to the vendor as its idempotency key.
 */
export function reaction<DB extends KitTables, E extends EventType>(
  database: Kysely<DB>,
  name: string,
  of: E,
  act: (event: Envelope<DataOf<E>>) => Promise<void>,
): Consumer {
  const db = database as unknown as Db
  return heard(name, of, async (event) => {
    const known = await db
      .selectFrom('inbox')
      .select('event_id')
      .where('consumer', '=', name)
      .where('event_id', '=', event.id)
      .executeTakeFirst()
    if (known) return
    await act(event)
    await isFirst(db, name, event.id)
  })
}

/** Gives an event to all who hear it. One that fails holds nobody back; that some failed is thrown at the end. */
export async function deliver(consumers: readonly Consumer[], event: Envelope): Promise<void> {
  const hearers = consumers.filter(({ hears }) => hears === event.type)
  const outcomes = await Promise.allSettled(hearers.map((hearer) => hearer.receive(event)))
  const failures = outcomes.flatMap((outcome, index) =>
    outcome.status === 'rejected'
      ? [new Error(`${hearers[index]?.name} failed on ${event.type} ${event.id}`, { cause: outcome.reason })]
      : [],
  )
  if (failures.length === 1) throw failures[0]
  if (failures.length > 1)
    throw new AggregateError(failures, `${failures.length} consumers failed on ${event.type} ${event.id}`)
}

function heard<E extends EventType>(
  name: string,
  of: E,
  effect: (event: Envelope<DataOf<E>>) => Promise<void>,
): Consumer {
  return {
    name,
    hears: of.type,
    receive: (event) =>
      correlated({ correlationId: event.correlationId ?? event.id, consumer: name }, () =>
        effect({ ...event, data: of.data.parse(event.data) as DataOf<E> }),
      ),
  }
}

async function isFirst(db: Db | Tx, consumer: string, eventId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('inbox')
    .values({ consumer, event_id: eventId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
