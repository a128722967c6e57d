import type { JWK } from 'jose'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'

/** What auth signs and every service verifies. */
export type Tokens = {
  /** Says who it is and nothing of what they may: roles change at once, tokens do not. */
  access(personId: Id<'person'>, sessionId: Id<'session'>): Promise<SignedToken>
  /** For subscribing to realtime channels, and for nothing else. */
  realtime(personId: Id<'person'>, sessionId: Id<'session'> | undefined): Promise<SignedToken>
  /** For a browser in which the person has signed in: there a stranger's wrong passwords lock nobody out. Opens nothing. */
  device(personId: Id<'person'>): Promise<SignedToken>
  personOfDevice(token: string): Promise<Id<'person'> | undefined>
  /** The public keys, for everybody. */
  jwks: { keys: JWK[] }
}

export type SignedToken = { token: string; expiresAt: Temporal.Instant }

export const audience = { api: 'buy-locals', realtime: 'buy-locals-realtime', device: 'buy-locals-device' } as const
