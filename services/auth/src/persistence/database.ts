// Made by `npm run generate` from the migrations of this service.
import type { Temporal } from 'temporal-polyfill'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'

import type { ColumnType } from 'kysely'

type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

interface Acceptances {
  accepted_at: Temporal.Instant
  document: string
  person_id: string
  version: string
}

interface Businesses {
  business_id: string
  market_id: string | null
  name: string
  sequence: number
  status: string | null
}

interface Claims {
  changed_at: Temporal.Instant
  claim_id: string
  market_id: string | null
  person_id: string
  sequence: number
}

interface EmailLinks {
  expires_at: Temporal.Instant
  hash: string
  kind: string
  new_email: string | null
  person_id: string
  used_at: Temporal.Instant | null
}

interface Exports {
  content: string | null
  person_id: string
  ready_at: Temporal.Instant | null
  requested_at: Temporal.Instant
}

interface Identities {
  email: string | null
  issuer: string
  linked_at: Temporal.Instant
  person_id: string
  provider: string
  subject: string
}

interface Invitations {
  business_id: string
  id: string
  invited_at: Temporal.Instant
  person_id: string
  role: string
  staff_id: string | null
  token_hash: string | null
}

interface Passwords {
  changed_at: Temporal.Instant
  hash: string
  person_id: string
}

interface People {
  created_at: Temporal.Instant
  email: string
  email_verified: boolean
  id: string
  kind: string
  locale: string
  name: string
  password_closed_by: string | null
  password_version: Generated<number>
  time_zone: string | null
  version: number
}

interface RealtimeEpochs {
  business_id: string
  epoch: number
}

interface RecoveryCodes {
  hash: string
  person_id: string
}

interface RefreshTokens {
  expires_at: Temporal.Instant
  hash: string
  replaced_at: Temporal.Instant | null
  session_id: string
}

interface SecondFactors {
  confirmed_at: Temporal.Instant | null
  last_step: Generated<number>
  person_id: string
  secret: string
  started_at: Temporal.Instant
}

interface Sessions {
  browser: Generated<string>
  confirmed_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  id: string
  opened_with: Generated<string>
  person_id: string
  started_at: Temporal.Instant
  system: Generated<string>
}

export type Database = KitTables & {
  acceptances: Acceptances
  businesses: Businesses
  claims: Claims
  email_links: EmailLinks
  exports: Exports
  identities: Identities
  invitations: Invitations
  passwords: Passwords
  people: People
  realtime_epochs: RealtimeEpochs
  recovery_codes: RecoveryCodes
  refresh_tokens: RefreshTokens
  second_factors: SecondFactors
  sessions: Sessions
}
