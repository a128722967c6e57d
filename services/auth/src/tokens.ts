import type { JWK } from 'jose'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'

/** What auth signs and every service verifies. */
export type Tokens = {
  /** Says who it is and nothing of what they may: roles change at once, tokens do not. */
  access(
    personId: Id<'person'>,
    sessionId: Id<'session'>,
    /** When its second factor was last shown, if it was opened with one. */
    confirmedAt: Temporal.Instant | undefined,
  ): Promise<SignedToken>
  /** For whoever has shown the password, and still has to show the second factor. Opens nothing. */
  signIn(half: HalfSignedIn): Promise<SignedToken>
  readSignIn(token: string): Promise<HalfSignedIn | undefined>
  /** For subscribing to realtime channels, and for nothing else. */
  realtime(personId: Id<'person'>, sessionId: Id<'session'> | undefined): Promise<SignedToken>
  /** For a browser in which the person has signed in: there a stranger's wrong passwords lock nobody out. Opens nothing. */
  device(personId: Id<'person'>): Promise<SignedToken>
  personOfDevice(token: string): Promise<Id<'person'> | undefined>
  /** The public keys, for everybody. */
  jwks: { keys: JWK[] }
}

/** The version is that of the password that was shown: one that has been replaced since is none. */
export type HalfSignedIn = { personId: Id<'person'>; passwordVersion: number }

export type SignedToken = { token: string; expiresAt: Temporal.Instant }

export const audience = {
  ...{ api: 'buy-locals', realtime: 'buy-locals-realtime', device: 'buy-locals-device' },
  signIn: 'buy-locals-sign-in',
} as const
