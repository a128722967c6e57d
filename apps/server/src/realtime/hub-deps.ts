import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { FanOut } from './fan-out.ts'
import type { Limits } from './limits.ts'
import type { OpenConnections } from './open-connections.ts'

/** Whom a token names, of which of their sessions, and until when. */
export type Identity = { personId: Id<'person'>; sessionId?: Id<'session'> | undefined; expiresAt: Temporal.Instant }

export type Log = Record<'warn' | 'error', (details: object, message: string) => void>

export type HubDeps = {
  authenticate(token: string): Promise<Identity | undefined>
  /** Of the business's channel, for whoever belongs to it; undefined for everybody else. */
  epochOf(personId: Id<'person'>, businessId: Id<'business'>): Promise<number | undefined>
  clock: () => Temporal.Instant
  log: Log
  /** Origins of browsers' pages. A page of the server's own host is always allowed; phones and programs send no origin. */
  allowedOrigins?: readonly string[]
  /** Whoever sends it with `POST /event` may publish; without one nobody may. */
  publishToken?: string | undefined
  fanOut?: FanOut
  /** Of the whole server, where it has several processes. */
  openConnections?: OpenConnections | undefined
  limits?: Partial<Limits>
}
