import type { Generated, Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Role } from '@buy-locals/contracts/auth/shapes'

type Instant = Temporal.Instant

/** The tables that the kit keeps in every service's schema. A service's `Database` is `KitTables & { … }`. */
export type KitTables = {
  outbox: {
    id: `evt_${string}`
    type: string
    subject: string
    sequence: number
    at: Instant
    correlation_id: string | null
    data: unknown
    attempts: Generated<number>
    leased_until: Instant | null
  }
  inbox: { consumer: string; event_id: string; received_at: Generated<Instant> }
  jobs: {
    id: `job_${string}`
    kind: string
    key: string
    run_at: Instant
    payload: unknown
    attempts: number
    leased_until: Instant | null
    last_error: string | null
  }
  dead_letters: {
    id: `dlt_${string}`
    kind: string
    subject: string
    source_id: string
    event: unknown
    payload: unknown
    tries: number
    error: string
    since: Generated<Instant>
  }
  memberships: {
    person_id: string
    scope: string
    role: Role | null
    sequence: number
    since: Generated<Instant | null>
  }
  idempotency_keys: {
    scope: string
    operation: string
    key: string
    request_hash: string
    lease: string
    leased_until: Instant
    response: string | null
    created_at: Instant
  }
  audit: {
    id: Generated<number>
    at: Instant
    actor: string
    action: string
    subject: string
    before: unknown
    after: unknown
    reason: string | null
  }
  ended_sessions: { session_id: string; ended_at: Instant }
  erased_people: { person_id: string; keep_reviews: boolean; version: number; erased_at: Instant }
  throttles: { key: string; points: number; ends_at: Instant }
}

export type Db = Kysely<KitTables>
export type Tx = Transaction<KitTables>
