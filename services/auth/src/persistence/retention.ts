import { sql } from 'kysely'
import type { Retention } from '@buy-locals/service-kit/retention'
import { lifetime as exportLifetime } from './exports.ts'
import { lifetime as invitationLifetime } from './invitations.ts'
import { lifetime as tokenLifetime } from './session-repository.ts'

/** A link that is used a second time is told apart from one that never was. */
const afterExpiry = { hours: 24 * 7 }
const afterEnd = { hours: 24 * 30 }

/** A secret that no code has confirmed is worth nothing after an hour. */
const afterStart = { hours: 24 }

const hasNoToken = sql`not exists (select from refresh_tokens where session_id = sessions.id)`

export const retention: readonly Retention[] = [
  { table: 'refresh_tokens', by: sql`expires_at`, isOver: (now) => sql`expires_at < ${now}` },
  {
    table: 'sessions',
    by: sql`ended_at`,
    isOver: (now) => sql`ended_at < ${now.subtract(afterEnd)} and ${hasNoToken}`,
  },
  // A session without a refresh token has ended by itself.
  {
    table: 'sessions',
    by: sql`started_at`,
    isOver: (now) => sql`started_at < ${now.subtract(tokenLifetime)} and ${hasNoToken}`,
  },
  { table: 'email_links', by: sql`expires_at`, isOver: (now) => sql`expires_at < ${now.subtract(afterExpiry)}` },
  {
    table: 'invitations',
    by: sql`invited_at`,
    isOver: (now) => sql`invited_at <= ${now.subtract(invitationLifetime)}`,
  },
  {
    table: 'second_factors',
    by: sql`started_at`,
    isOver: (now) => sql`started_at < ${now.subtract(afterStart)} and confirmed_at is null`,
  },
  {
    table: 'claims',
    by: sql`changed_at`,
    isOver: (now) => sql`changed_at < ${now}::timestamptz - interval '90 days' and market_id is null`,
  },
  { table: 'exports', by: sql`requested_at`, isOver: (now) => sql`requested_at <= ${now.subtract(exportLifetime)}` },
]
