import { sql, type Kysely } from 'kysely'
import {
  AggregatorRegistry,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type MetricObjectWithValues,
  type MetricValue,
} from 'prom-client'
import type { ServedRequest } from './application.ts'
import type { Clock } from './clock.ts'
import type { Db, KitTables } from './kit-tables.ts'

export type Metrics = {
  /** For `application({ onResponse })`: rate, errors and duration by operation. */
  onResponse(request: ServedRequest): void
  /** A service's backlog, counted in its tables whenever the metrics are read. */
  watch<DB extends KitTables>(service: string, db: Kysely<DB>, clock: Clock): void
  registry: Registry
  text(): Promise<string>
  /** For `sumUp`, in another process. */
  json(): Promise<CountedMetrics[]>
}

export type CountedMetrics = MetricObjectWithValues<MetricValue<string>>

export const contentType = Registry.PROMETHEUS_CONTENT_TYPE

/** The metrics of several processes as those of one server. */
export const sumUp = (ofProcesses: CountedMetrics[][]): Promise<string> =>
  AggregatorRegistry.aggregate(ofProcesses).metrics()

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25]

export function metrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const responses = new Counter({
    name: 'http_responses_total',
    help: 'Responses by operation and status',
    labelNames: ['operation', 'method', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'http_response_seconds',
    help: 'Time to the end of the response',
    labelNames: ['operation'],
    buckets: seconds,
    registers,
  })
  const watched: [service: string, db: Db, clock: Clock][] = []
  // Every process counts the same tables.
  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['service'], registers, aggregator: 'max' })
  const events = gauge('outbox_waiting', 'Events recorded and not yet published to every consumer')
  const lag = gauge('outbox_lag_seconds', 'Age of the oldest of them')
  const overdue = gauge('jobs_overdue', 'Jobs that are due')
  const failing = gauge('jobs_failing', 'Jobs that failed when last tried')
  const parked = gauge('dead_letters', 'Events and jobs that were parked; `npm run dlq` lists them')
  const countAll = async () => {
    for (const [service, db, clock] of watched) {
      const backlog = await countBacklog(db, clock)
      events.set({ service }, backlog.events)
      lag.set({ service }, backlog.lag)
      overdue.set({ service }, backlog.overdue)
      failing.set({ service }, backlog.failing)
      parked.set({ service }, backlog.parked)
    }
  }
  return {
    registry,
    onResponse: ({ operation = 'none', method, status, ms }) => {
      responses.inc({ operation, method, status })
      durations.observe({ operation }, ms / 1_000)
    },
    watch: (service, db, clock) => void watched.push([service, db as unknown as Db, clock]),
    text: async () => {
      await countAll()
      return registry.metrics()
    },
    json: async () => {
      await countAll()
      return registry.getMetricsAsJSON()
    },
  }
}

async function countBacklog(db: Db, clock: Clock) {
  const now = clock()
  const outbox = await db
    .selectFrom('outbox')
    .select([
      sql<number>`count(*)`.as('events'),
      sql<number>`coalesce(extract(epoch from ${now}::timestamptz - min(at)), 0)::float8`.as('lag'),
    ])
    .executeTakeFirstOrThrow()
  const jobs = await db
    .selectFrom('jobs')
    .select([
      sql<number>`count(*) filter (where run_at <= ${now}::timestamptz)`.as('overdue'),
      sql<number>`count(*) filter (where last_error is not null)`.as('failing'),
    ])
    .executeTakeFirstOrThrow()
  const deadLetters = await db
    .selectFrom('dead_letters')
    .select((row) => row.fn.countAll<number>().as('parked'))
    .executeTakeFirstOrThrow()
  return { ...outbox, ...jobs, ...deadLetters }
}
