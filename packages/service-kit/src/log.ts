import { AsyncLocalStorage } from 'node:async_hooks'
import { homedir, tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { pino, type DestinationStream, type Level } from 'pino'

type Write = { (fields: object, message: string): void; (message: string): void }
export type Log = { debug: Write; info: Write; warn: Write; error: Write }

/** The ids by which log lines are found. Nothing but the log may read them. */
export type Correlation = {
  correlationId: string
  requestId?: string
  operation?: string
  actor?: string
  consumer?: string
  job?: string
}

const current = new AsyncLocalStorage<Correlation>()

export const withCorrelation = <T>(ids: Correlation, work: () => T): T => current.run({ ...ids }, work)
export const correlation = (): Correlation | undefined => current.getStore()
/** Adds ids to every further line of this request or message. */
export const addToLog = (ids: Partial<Correlation>): void => void Object.assign(current.getStore() ?? {}, ids)

const secrets = new Set([
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
])

export function createLog({
  level = 'info',
  destination,
  of = null,
}: {
  level?: Level | 'silent'
  destination?: DestinationStream
  /** In every line: whose log it is, where several processes write one. */
  of?: { process: string; pid: number } | null
} = {}): Log {
  const options = {
    level,
    base: of,
    mixin: () => ({ ...current.getStore() }),
    formatters: { log: withoutSecrets },
    serializers: { err: withoutValues },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** Three levels deep. Most lines have ids and numbers alone, and pino's own redaction takes longer for those than all else of a line. */
function withoutSecrets(fields: object, levels = 3): Record<string, unknown> {
  const entries = Object.entries(fields)
  const isFlat = entries.every(([name, value]) => !secrets.has(name) && (typeof value !== 'object' || value === null))
  if (isFlat) return fields as Record<string, unknown>
  return Object.fromEntries(
    entries.map(([name, value]: [string, unknown]) => {
      if (secrets.has(name)) return [name, value === undefined ? value : '[Redacted]']
      const hasFields = typeof value === 'object' && value !== null && !(value instanceof Error)
      if (!hasFields || levels === 1) return [name, value]
      return [name, Array.isArray(value) ? value.map((item) => withoutSecretsOf(item, levels - 1)) : withoutSecrets(value, levels - 1)] // prettier-ignore
    }),
  )
}

const withoutSecretsOf = (item: unknown, levels: number): unknown =>
  typeof item === 'object' && item !== null ? withoutSecrets(item, levels) : item

type ErrorFields = { code?: unknown; constraint?: unknown; table?: unknown; errors?: unknown }

/** PostgreSQL repeats the offending row in `detail` and `where`; what people typed does not belong there. */
function withoutValues(error: unknown): object | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, constraint, table, errors } = error as ErrorFields
  const { name, message, stack, cause } = error
  const several = Array.isArray(errors) ? { errors: errors.map(withoutValues) } : {}
  const text = { name, message: withoutPlaces(message), stack: stack && withoutPlaces(stack) }
  return { ...text, code, constraint, table, cause: withoutValues(cause), ...several }
}

const places = [
  [fileURLToPath(new URL('../../../', import.meta.url)), ''],
  [`${tmpdir()}/`, 'tmp/'],
  [`${homedir()}/`, '~/'],
].filter(([place = '']) => place.length > 2) as [string, string][]

/** A line of a stack names a file of the repository. Where that is on this machine is nobody's business. */
const withoutPlaces = (text: string): string =>
  places.reduce((shorter, [place, name]) => shorter.replaceAll(place, name), text.replaceAll('file:///', '/'))
