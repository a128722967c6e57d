import type { Envelope } from '@buy-locals/contracts/event'
import type { Reason } from './dead-letters.ts'
import { isDatabaseAway } from './database.ts'
import type { Consumer } from './inbox.ts'
import type { Log } from './log.ts'
import type { GoOn, Recorded } from './outbox.ts'

type Settings = {
  log: Log
  /** How long others wait for one event. Who takes longer goes on alone. */
  patienceMs?: number
  /** Then an event is parked for the consumer that cannot handle it. With the outbox's pauses about a day. */
  maxTries?: number
}

/**
 * Which of the events every consumer has handled or parked by now. What takes long is told by `goOn`; the others, and what
 * takes long where nobody asks for it, are to be delivered again.
 */
export type Deliver = (
  consumers: readonly Consumer[],
  events: readonly Recorded[],
  goOn?: GoOn,
) => Promise<Envelope['id'][]>

const concurrency = 4 // of one consumer: enough to keep two cores busy, few enough to leave connections to requests
/** Each may hold a connection. */
const mostSlow = 4
/** Beyond them events are delivered again, after longer and longer pauses. */
const mostWaiting = 200

type Ids = Envelope['id'][]
type Waiting = { subject: string; events: readonly Recorded[]; missed: PromiseWithResolvers<Ids> }
/** Subjects whose event a consumer is still handling, from an earlier delivery, and what waits for them. */
type Beside = { slow: Set<string>; waiting: Waiting[] }
type Left = { missed: Ids; late: { id: Envelope['id']; isHandled: Promise<boolean> }[] }

/**
 * Every consumer is given the events of its type: all at once where it can take them so, one by one where that fails. An
 * event that fails, or takes long, delays only its subject, and only for that consumer. One that takes long has not failed.
 */
export function createDelivery({ log, patienceMs = 1_000, maxTries = 150 }: Settings): Deliver {
  const besides = new Map<Consumer, Beside>()
  const besideOf = (consumer: Consumer): Beside => {
    const beside = besides.get(consumer) ?? { slow: new Set(), waiting: [] }
    besides.set(consumer, beside)
    return beside
  }

  return async (consumers, events, goOn) => {
    const left = await Promise.all(
      consumers.map((consumer) =>
        deliverTo(
          consumer,
          events.filter(({ type }) => type === consumer.handles),
        ),
      ),
    )
    const missed = new Set(left.flatMap((its) => its.missed))
    const late = Map.groupBy(
      left.flatMap((its) => its.late),
      ({ id }) => id,
    )
    for (const [id, its] of late) {
      const all = Promise.all(its.map(({ isHandled }) => isHandled))
      goOn?.(
        id,
        all.then((each) => !missed.has(id) && each.every(Boolean)),
      )
    }
    return events.map(({ id }) => id).filter((id) => !missed.has(id) && !late.has(id))
  }

  async function deliverTo(consumer: Consumer, events: readonly Recorded[]): Promise<Left> {
    const { slow } = besideOf(consumer)
    // What has failed before is tried alone, so that it does not spoil every batch.
    const fresh = new Set(events.filter((event) => !hasFailed(event) && !slow.has(event.subject)))
    const areHandled = consumer.handleAll && fresh.size > 1 && (await handledAtOnce(consumer, [...fresh]))
    const alone = areHandled ? events.filter((event) => !fresh.has(event)) : events
    const bySubject = [...Map.groupBy(alone, ({ subject }) => subject)]
    const left: Left = { missed: [], late: [] }
    const work = async () => {
      for (let group = bySubject.shift(); group; group = bySubject.shift()) await handleGroup(consumer, ...group, left)
    }
    await Promise.all(Array.from({ length: Math.min(concurrency, bySubject.length) }, work))
    return left
  }

  /** The events of one subject. Who is not done in time goes on beside the others. */
  async function handleGroup(consumer: Consumer, subject: string, events: readonly Recorded[], left: Left) {
    const { slow, waiting } = besideOf(consumer)
    const endsLater = (missed: Promise<Ids>) =>
      void left.late.push(...events.map(({ id }) => ({ id, isHandled: missed.then((ids) => !ids.includes(id)) })))
    if (slow.has(subject) || slow.size >= mostSlow) {
      if (waiting.length >= mostWaiting) return void left.missed.push(...events.map(({ id }) => id))
      const missed = Promise.withResolvers<Ids>()
      waiting.push({ subject, events, missed })
      return endsLater(missed.promise)
    }
    const work = handleInTurn(consumer, events)
    const patience = timeout(patienceMs)
    const inTime = await Promise.race([work, patience.elapsed])
    patience.cancel()
    if (inTime) return void left.missed.push(...inTime)
    log.warn({ consumer: consumer.name, event: events[0]?.id }, 'an event takes long')
    goOnBeside(consumer, subject, work)
    endsLater(work)
  }

  function goOnBeside(consumer: Consumer, subject: string, work: Promise<Ids>) {
    const { slow } = besideOf(consumer)
    slow.add(subject)
    void work.then(() => {
      slow.delete(subject)
      beginWaiting(consumer)
    })
  }

  function beginWaiting(consumer: Consumer) {
    const { slow, waiting } = besideOf(consumer)
    const nth = slow.size < mostSlow ? waiting.findIndex(({ subject }) => !slow.has(subject)) : -1
    const [next] = nth < 0 ? [] : waiting.splice(nth, 1)
    if (!next) return
    const work = handleInTurn(consumer, next.events)
    goOnBeside(consumer, next.subject, work)
    void work.then(next.missed.resolve)
  }

  /** Returns those that are to come again. */
  async function handleInTurn(consumer: Consumer, events: readonly Recorded[]): Promise<Ids> {
    const missed: Ids = []
    for (const event of events) if (!(await isHandled(consumer, event))) missed.push(event.id)
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
