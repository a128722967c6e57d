import { AsyncLocalStorage } from 'node:async_hooks'
import { pino, type DestinationStream, type Level } from 'pino'

type Write = { (fields: object, words: string): void; (words: string): void }
export type Log = { debug: Write; info: Write; warn: Write; error: Write }

/** What a line needs to be found again. Nothing but the log may read it. */
export type Correlation = {
  correlationId: string
  requestId?: string
  operation?: string
  actor?: string
  consumer?: string
  job?: string
}

const current = new AsyncLocalStorage<Correlation>()

export const correlated = <T>(ids: Correlation, work: () => T): T => current.run({ ...ids }, work)
export const correlation = (): Correlation | undefined => current.getStore()
/** Adds to the ids of the request or message that is being answered. */
export const note = (ids: Partial<Correlation>): void => void Object.assign(current.getStore() ?? {}, ids)

const secrets = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'manageToken',
  'authorization',
  'cookie',
  'email',
  'phone',
  'to',
]

export function createLog({
  level = 'info',
  destination,
}: { level?: Level | 'silent'; destination?: DestinationStream } = {}): Log {
  const options = {
    level,
    base: null,
    mixin: () => ({ ...current.getStore() }),
    redact: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    serializers: { err: withoutValues },
  }
  return destination ? pino(options, destination) : pino(options)
}

type Known = { code?: unknown; constraint?: unknown; table?: unknown; errors?: unknown }

/** PostgreSQL repeats the offending row in `detail` and `where`; what people typed does not belong in a log. */
function withoutValues(error: unknown): object | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, constraint, table, errors } = error as Known
  const { name, message, stack, cause } = error
  const several = Array.isArray(errors) ? { errors: errors.map(withoutValues) } : {}
  return { name, message, stack, code, constraint, table, cause: withoutValues(cause), ...several }
}
