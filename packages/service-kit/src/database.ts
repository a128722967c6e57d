import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Client, Pool } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { AddedWork, type Work } from './added-work.ts'
import { typeParsers } from './type-parsers.ts'

type Settings = {
  applicationName: string
  max?: number
  /** Off behind a proxy that shares connections, such as RDS Proxy. */
  namedStatements?: boolean
  /** A named statement keeps one plan for all its values, where none of them decides how it is best read. */
  plansOnce?: boolean
  onIdleError?: (error: Error) => void
  /** Events to publish, or jobs, were committed. */
  onWorkCommitted?: (work: readonly Work[]) => void
}

/**
 * What columns are in TypeScript: `timestamptz` a Temporal.Instant, `date` 'YYYY-MM-DD', `bigint` a safe integer,
 * `numeric` and ranges text, `jsonb` parsed. A list for `jsonb` is given as JSON.stringify(list).
 */
export function connect<DB>(
  url: string,
  { applicationName, max = 10, namedStatements = true, plansOnce = false, onIdleError, onWorkCommitted }: Settings,
): Kysely<DB> {
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    max,
    min: Math.min(max, 2), // stay open, so that whoever comes after a quiet while waits for no connection
    keepAlive: true, // else one that a firewall has dropped is found by whoever waits for it
    keepAliveInitialDelayMillis: 10_000,
    types: typeParsers,
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    Client: namedStatements ? NamingClient : PlainClient,
    ...(namedStatements && plansOnce && { options: '-c plan_cache_mode=force_generic_plan' }),
  })
  let isLost = false
  pool.on('error', (error) => {
    if (!isLost) onIdleError?.(error) // idle connections that break are replaced by the pool, and mostly break together
    isLost = true
  })
  pool.on('connect', (client) => {
    isLost = false
    client.on('error', () => {}) // one that ends with the server while it is being closed has nobody else to tell
    if (client instanceof PlainClient) client.onWorkCommitted = onWorkCommitted
  })
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}

/** The connection failed, not the statement: PostgreSQL has ended, is starting, takes nobody else, or cannot be reached. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isDatabaseAway)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect' // of a socket
  return connectionCodes.test(code) || connectionMessages.test(error.message)
}

const connectionCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|57P0[123]|08\w{3}|53300)$/
/** Of node-postgres, which gives them no code. */
const connectionMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed))/

/** In the transaction that there is, or in one of its own. */
export const inTransaction = <DB, T>(db: Kysely<DB>, work: (tx: Transaction<DB>) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db as Transaction<DB>) : db.transaction().execute(work)

/** Most of the instants of a statement are one and the same, and the next statement has it too. */
let [lastInstant, lastText]: [Temporal.Instant | undefined, string] = [undefined, '']

function toParameter(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value === lastInstant) return lastText
  if (value instanceof AddedWork) return value.value
  if (!(value instanceof Temporal.Instant)) return Array.isArray(value) ? value.map(toParameter) : value
  lastText = toText(value)
  lastInstant = value
  return lastText
}

/** Longer lists have every length, and each would have a name. */
const mostNamedValues = 100

/** Date writes whole milliseconds in a third of the time. */
const toText = (at: Temporal.Instant): string =>
  at.epochNanoseconds % 1_000_000n === 0n ? new Date(at.epochMilliseconds).toISOString() : at.toString()

/** Statements that are given to it in one turn of the event loop are written to the socket together. */
class PlainClient extends Client {
  onWorkCommitted: ((work: readonly Work[]) => void) | undefined
  private added: Work[] = []
  private isCorked = false
  private unawaited: Promise<unknown> | undefined
  // pg declares nine overloads; Kysely calls the one with text and values.
  override query(...args: unknown[]): never {
    const [text, values] = args
    if (typeof text !== 'string' || !Array.isArray(values)) return run(this, args)
    this.writeTogether()
    const sent = this.withUnawaited(
      run(this, [{ ...(values.length <= mostNamedValues && this.named(text)), text, values: values.map(toParameter) }]),
    )
    for (const value of values) if (value instanceof AddedWork) this.added.push(...value.work)
    if (isPassedOver(text, values)) return this.passOver(sent) as never
    if (text === 'commit' || text === 'rollback') this.endTransaction(text, sent)
    return sent as never
  }
  private writeTogether(): void {
    if (this.isCorked) return
    const { stream } = this.connection
    this.isCorked = true
    stream.cork()
    process.nextTick(() => {
      this.isCorked = false
      stream.uncork()
    })
  }
  /** Nobody waits for it alone: the next statement of the transaction is sent with it, and fails if it does. */
  private passOver(sent: Promise<unknown>): Promise<unknown> {
    sent.catch(() => {})
    this.unawaited = sent
    return Promise.resolve({ command: '', rowCount: null, rows: [] })
  }
  private withUnawaited(sent: Promise<unknown>): Promise<unknown> {
    const { unawaited } = this
    this.unawaited = undefined
    return unawaited ? Promise.all([sent, unawaited]).then(([result]) => result) : sent
  }
  private endTransaction(how: 'commit' | 'rollback', ended: Promise<unknown>): void {
    const { added, onWorkCommitted } = this
    this.added = []
    if (how === 'commit' && added.length > 0)
      ended.then(
        () => onWorkCommitted?.(added),
        () => {},
      )
  }
  named(_text: string): { name?: string } {
    return {}
  }
}

/** What begins a transaction or a part of it, and what is the last of one before its end. */
const isPassedOver = (text: string, values: readonly unknown[]): boolean =>
  text === 'begin' ||
  text.startsWith('savepoint ') ||
  values.some((value) => value instanceof AddedWork && value.isLast)

/** A named statement is parsed once per connection: 0.70 of the time of plain pg. */
class NamingClient extends PlainClient {
  override named(text: string): { name?: string } {
    const existing = names.get(text)
    if (existing) return { name: existing }
    if (names.size >= 1_000) return {} // lists of every length would fill the server's memory
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
    names.set(text, name)
    return { name }
  }
}

const names = new Map<string, string>()

const run = (client: Client, args: unknown[]): never => Reflect.apply(Client.prototype.query, client, args) as never
