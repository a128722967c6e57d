import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JSONWebKeySet } from 'jose'
import { id } from '@buy-locals/values/ids'
import type { Clock } from './clock.ts'
import type { Actor } from './service.ts'

type Settings = {
  issuer: string
  audience: string
  clock: Clock
  /** The keys themselves, or where auth tells them. */
  keys: JSONWebKeySet | URL
}

/** `expiresAt` in seconds since 1970. */
export type Proven = Actor & { expiresAt: number }

/** Believes tokens that auth has signed for this audience, until they run out. */
export function jwtAuthenticate({
  issuer,
  audience,
  clock,
  keys,
}: Settings): (token: string) => Promise<Proven | undefined> {
  const known = keys instanceof URL ? createRemoteJWKSet(keys) : createLocalJWKSet(keys)
  const options = { issuer, audience, algorithms: ['RS256'], requiredClaims: ['exp', 'sub'] }
  return async (token) => {
    const verified = await jwtVerify(token, known, {
      ...options,
      currentDate: new Date(clock().epochMilliseconds),
    }).catch(falseToken)
    const person = id('person').safeParse(verified?.payload.sub)
    if (!verified || !person.success) return undefined
    const session = id('session').safeParse(verified.payload['sid'])
    const expiresAt = verified.payload.exp ?? 0
    return { id: person.data, expiresAt, ...(session.success && { sessionId: session.data }) }
  }
}

/** A false token is nobody; keys that cannot be had are our fault. */
function falseToken(error: unknown): undefined {
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error
  return undefined
}
