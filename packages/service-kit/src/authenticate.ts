import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JSONWebKeySet } from 'jose'
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

/** Verifies tokens that auth has signed for this audience, until they expire. */
export function jwtAuthenticate({
  issuer,
  audience,
  clock,
  keys,
}: Settings): (token: string) => Promise<VerifiedActor | undefined> {
  const keySet = keys instanceof URL ? createRemoteJWKSet(keys) : createLocalJWKSet(keys)
  const options = { issuer, audience, algorithms: ['RS256'], requiredClaims: ['exp', 'sub'] }
  return async (token) => {
    const verified = await jwtVerify(token, keySet, {
      ...options,
      currentDate: new Date(clock().epochMilliseconds),
    }).catch(invalidToken)
    const person = id('person').safeParse(verified?.payload.sub)
    if (!verified || !person.success) return undefined
    const session = id('session').safeParse(verified.payload['sid'])
    const expiresAt = verified.payload.exp ?? 0
    return { id: person.data, expiresAt, ...(session.success && { sessionId: session.data }) }
  }
}

/** An invalid token is nobody's; keys that cannot be loaded are our fault. */
function invalidToken(error: unknown): undefined {
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error
  return undefined
}
