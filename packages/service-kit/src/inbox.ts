import { sql, type Kysely, type Transaction } from 'kysely'
import type { DataOf, Envelope, EventType } from '@buy-locals/contracts/event'
import { parkEvent, type Reason } from './dead-letters.ts'
import type { KitTables, Tx } from './kit-tables.ts'
import { withCorrelation } from './log.ts'

export type Consumer = {
  /** `<service>.<read model or duty>` */
  name: string
  handles: string
  handle(event: Envelope): Promise<void>
  /** Several events at once, where that takes fewer statements: all of them or none. */
  handleAll?(events: readonly Envelope[]): Promise<void>
  /** Puts aside an event that cannot be handled. Where nothing can be put aside the event is given up. */
  park?(event: Envelope, reason: Reason): Promise<void>
}

type Options<D> = {
  /** Events with nothing to do for this consumer: no transaction is opened for them. */
  skips?: (data: D) => boolean
}

/** For a decision. The effect and its inbox row are one commit, so an event that is delivered twice has its effect once. */
export function consumer<DB extends KitTables, E extends EventType>(
  db: Kysely<DB>,
  name: string,
  eventType: E,
  effect: (tx: Transaction<DB>, event: Envelope<DataOf<E>>) => Promise<void>,
  { skips }: Options<DataOf<E>> = {},
): Consumer {
  return {
    ...single(name, eventType, async (event) => {
      if (skips?.(event.data)) return
      await db.transaction().execute(async (tx) => {
        if (await isFirstDelivery(tx as unknown as Tx, name, event.id)) await effect(tx, event)
      })
    }),
    park: (event, reason) => parkEvent(db, name, event, reason),
  }
}

/**
 * For another service's facts. The newest version wins, so an event that comes twice or late changes nothing and needs no
 * inbox row, and many events are projected at once. One alone is given no transaction: `project` opens its own where it
 * has several statements.
 */
export function projection<DB extends KitTables, E extends EventType>(
  db: Kysely<DB>,
  name: string,
  eventType: E,
  project: (db: Kysely<DB>, events: readonly Envelope<DataOf<E>>[]) => Promise<unknown>,
): Consumer {
  return {
    ...single(name, eventType, async (event) => void (await project(db, [event]))),
    handleAll: (events) =>
      withBatch(name, events, () =>
        db.transaction().execute(async (tx) => {
          await limitWaiting(tx)
          await project(tx, events.toSorted(bySubject).map(parsed(eventType)))
        }),
      ),
    park: (event, reason) => parkEvent(db, name, event, reason),
  }
}

/** For an effect that does no harm when it is repeated, such as a push to open screens. It happens at least once and outside any transaction. */
export function repeatable<E extends EventType>(
  name: string,
  eventType: E,
  effect: (events: readonly Envelope<DataOf<E>>[]) => Promise<void>,
): Consumer {
  return {
    ...single(name, eventType, (event) => effect([event])),
    handleAll: (events) => withBatch(name, events, async () => effect(events.map(parsed(eventType)))),
  }
}

/** Every log line and every event that comes of it has the event's correlation id. */
const single = <E extends EventType>(
  name: string,
  eventType: E,
  effect: (event: Envelope<DataOf<E>>) => Promise<void>,
): Consumer => ({
  name,
  handles: eventType.type,
  handle: (event) =>
    withCorrelation({ correlationId: event.correlationId ?? event.id, consumer: name }, async () =>
      effect(parsed(eventType)(event)),
    ),
})

const withBatch = <T>(consumer: string, events: readonly Envelope[], work: () => T): T =>
  withCorrelation({ correlationId: events[0]?.id ?? consumer, consumer }, work)

const parsed =
  <E extends EventType>({ data }: E) =>
  (event: Envelope): Envelope<DataOf<E>> => ({ ...event, data: data.parse(event.data) as DataOf<E> })

/** One order for everyone: two batches do not wait for each other in a circle. */
const bySubject = (a: Envelope, b: Envelope) =>
  a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : a.sequence - b.sequence

/** Who waits for a row that somebody holds waits alone: the others of the batch are handled one by one. */
const limitWaiting = <DB>(tx: Transaction<DB>) => sql`select set_config('lock_timeout', '1s', true)`.execute(tx)

async function isFirstDelivery(tx: Tx, consumer: string, eventId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('inbox')
    .values({ consumer, event_id: eventId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
