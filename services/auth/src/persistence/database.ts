import type { Temporal } from 'temporal-polyfill'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'

type Instant = Temporal.Instant

export type Database = KitTables & {
  people: {
    id: string
    kind: string
    email: string
    email_verified: boolean
    name: string
    locale: string
    time_zone: string | null
    version: number
    created_at: Instant
  }
  passwords: { person_id: string; hash: string; changed_at: Instant }
  sessions: { id: string; person_id: string; started_at: Instant; ended_at: Instant | null }
  refresh_tokens: { hash: string; session_id: string; expires_at: Instant; replaced_at: Instant | null }
  links: { hash: string; kind: string; person_id: string; expires_at: Instant; used_at: Instant | null }
  invitations: { person_id: string; business_id: string; role: string; invited_at: Instant }
}
