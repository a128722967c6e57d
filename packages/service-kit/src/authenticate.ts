import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose'
import { LRUCache } from 'lru-cache'
import { id } from '@buy-locals/values/ids'
import type { Clock } from './clock.ts'
import type { Actor } from './service.ts'

type Settings = {
  issuer: string
  audience: string
  clock: Clock
  /** The keys themselves, or where auth publishes them. */
  keys: JSONWebKeySet | URL
}

/** `expiresAt` in seconds since 1970. */
export type VerifiedActor = Actor & { expiresAt: number }

/** Verifies tokens that auth has signed for this audience, until they expire: each once a minute, because it takes longer than what many ask for. */
export function jwtAuthenticate({
  issuer,
  audience,
  clock,
  keys,
}: Settings): (token: string) => Promise<VerifiedActor | undefined> {
  const keySet = keys instanceof URL ? createRemoteJWKSet(keys) : createLocalJWKSet(keys)
  const options = { issuer, audience, algorithms: ['RS256'], requiredClaims: ['exp', 'sub'] }
  const recent = new LRUCache<string, VerifiedActor>({ max: 5_000, ttl: 60_000 })
  return async (token) => {
    const before = recent.get(token)
    if (before && before.expiresAt > clock().epochMilliseconds / 1_000) return before
    const verified = await jwtVerify(token, keySet, {
      ...options,
      currentDate: new Date(clock().epochMilliseconds),
    }).catch(invalidToken)
    const person = id('person').safeParse(verified?.payload.sub)
    if (!verified || !person.success) return undefined
    const session = id('session').safeParse(verified.payload['sid'])
    const expiresAt = verified.payload.exp ?? 0
    const confirmedAt = readConfirmation(verified.payload)
    const actor = {
      ...{ id: person.data, expiresAt },
      ...(session.success && { sessionId: session.data }),
      ...(confirmedAt !== undefined && { confirmedAt }),
    }
    recent.set(token, actor)
    return actor
  }
}

/** As OpenID Connect and RFC 8176 write it: a session with a one-time code says when it was last shown. */
function readConfirmation({ amr, auth_time: at }: JWTPayload): number | undefined {
  return Array.isArray(amr) && amr.includes('otp') && typeof at === 'number' ? at : undefined
}

/** An invalid token is nobody's; keys that cannot be loaded are our fault. */
export function invalidToken(error: unknown): undefined {
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error
  return undefined
}
