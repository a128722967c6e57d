import type { Envelope } from '@buy-locals/contracts/event'
import type { Reason } from './dead-letters.ts'
import { isDatabaseAway } from './database.ts'
import type { Consumer } from './inbox.ts'
import type { Log } from './log.ts'
import type { Recorded } from './outbox.ts'

type Settings = {
  log: Log
  /** How long others wait for one event. Who takes longer goes on alone. */
  patienceMs?: number
  /** Then an event is parked for the consumer that cannot handle it. With the outbox's pauses about a day. */
  maxTries?: number
}

/** Which of the events every consumer has handled or parked. The others are to be delivered again. */
export type Deliver = (consumers: readonly Consumer[], events: readonly Recorded[]) => Promise<Envelope['id'][]>

const concurrency = 4 // of one consumer: enough to keep two cores busy, few enough to leave connections to requests
/** Each may hold a connection. */
const mostSlow = 4

/**
 * Every consumer is given the events of its type: all at once where it can take them so, one by one where that fails. An
 * event that fails, or takes long, delays only its subject, and only for that consumer.
 */
export function createDelivery({ log, patienceMs = 1_000, maxTries = 150 }: Settings): Deliver {
  /** The subjects whose event a consumer is still handling, from an earlier delivery. */
  const slow = new Map<Consumer, Set<string>>()
  const slowOf = (consumer: Consumer) => slow.get(consumer) ?? new Set()

  return async (consumers, events) => {
    const handled = await Promise.all(
      consumers.map((consumer) =>
        deliverTo(
          consumer,
          events.filter(({ type }) => type === consumer.handles),
        ),
      ),
    )
    const missed = new Set(handled.flat())
    return events.map(({ id }) => id).filter((id) => !missed.has(id))
  }

  /** Returns those that are to come again. */
  async function deliverTo(consumer: Consumer, events: readonly Recorded[]): Promise<Envelope['id'][]> {
    const busy = slowOf(consumer)
    const isFree = (event: Envelope) => !busy.has(event.subject)
    const waiting = events.filter(isFree)
    const missed = events.filter((event) => !isFree(event)).map(({ id }) => id)
    // What has failed before is tried alone, so that it does not spoil every batch.
    const fresh = waiting.filter((event) => !hasFailed(event))
    const areHandled = consumer.handleAll && fresh.length > 1 && (await handledAtOnce(consumer, fresh))
    const alone = areHandled ? waiting.filter(hasFailed) : waiting
    const bySubject = [...Map.groupBy(alone, ({ subject }) => subject).values()]
    const work = async () => {
      for (let group = bySubject.shift(); group; group = bySubject.shift()) {
        if (busy.size >= mostSlow) missed.push(...group.map(({ id }) => id))
        else missed.push(...(await withinPatience(consumer, group)))
      }
    }
    await Promise.all(Array.from({ length: Math.min(concurrency, bySubject.length) }, work))
    return missed
  }

  async function handledAtOnce(consumer: Consumer, events: readonly Recorded[]): Promise<boolean> {
    try {
      await consumer.handleAll?.(events)
      return true
    } catch (err) {
      if (!isDatabaseAway(err))
        log.warn({ err, consumer: consumer.name, events: events.length }, 'events are handled one by one')
      return false
    }
  }

  /** The events of one subject, one after another. */
  async function withinPatience(consumer: Consumer, events: readonly Recorded[]): Promise<Envelope['id'][]> {
    const [{ subject, id } = { subject: '', id: '' }] = events
    const missed: Envelope['id'][] = []
    const work = (async () => {
      for (const event of events) if (!(await isHandled(consumer, event))) missed.push(event.id)
      return missed
    })()
    const patience = timeout(patienceMs)
    const inTime = await Promise.race([work, patience.elapsed])
    patience.cancel()
    if (inTime) return inTime
    log.warn({ consumer: consumer.name, event: id }, 'an event takes long')
    const busy = slowOf(consumer).add(subject)
    slow.set(consumer, busy)
    void work.finally(() => busy.delete(subject))
    return events.map((event) => event.id)
  }

  async function isHandled(consumer: Consumer, { tries, ...event }: Recorded): Promise<boolean> {
    try {
      await consumer.handle(event)
      return true
    } catch (err) {
      if (isDatabaseAway(err)) return false // its fault is none of the event's
      const fields = { err, consumer: consumer.name, event: event.id, type: event.type, tries }
      if (tries < maxTries) {
        log.error(fields, 'event not handled')
        return false
      }
      log.error(fields, consumer.park ? 'event parked' : 'event given up')
      return isParked(consumer, event, { tries, error: err instanceof Error ? err.name : 'unknown' })
    }
  }

  async function isParked(consumer: Consumer, event: Envelope, reason: Reason): Promise<boolean> {
    try {
      await consumer.park?.(event, reason)
      return true
    } catch (err) {
      log.error({ err, consumer: consumer.name, event: event.id }, 'event not parked')
      return false
    }
  }
}

const hasFailed = ({ tries }: Recorded) => tries > 1

function timeout(ms: number): { elapsed: Promise<undefined>; cancel(): void } {
  let cancel = () => {}
  const elapsed = new Promise<undefined>((done) => {
    const timer = setTimeout(() => done(undefined), ms)
    cancel = () => clearTimeout(timer)
  })
  return { elapsed, cancel }
}
