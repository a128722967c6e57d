import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose'
import type { Temporal } from 'temporal-polyfill'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { Id } from '@buy-locals/values/ids'

export type Tokens = {
  /** Says who it is and nothing of what they may: roles change at once, tokens do not. */
  access(personId: Id<'person'>, sessionId: Id<'session'>): Promise<Signed>
  /** For subscribing to realtime channels, and for nothing else. */
  realtime(personId: Id<'person'>): Promise<Signed>
  /** The public keys, for everybody. */
  jwks: { keys: JWK[] }
}

export type Signed = { token: string; expiresAt: Temporal.Instant }

export const audience = { api: 'buy-locals', realtime: 'buy-locals-realtime' } as const

/** RS256, because API Gateway's JWT authorizer takes RSA alone. Keep it secret, keep it. */
export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'RS256', use: 'sig' }
}

export const publicPart = ({ kty, n, e, kid, alg, use }: JWK): JWK => ({ kty, n, e, kid, alg, use }) as JWK

/** Signs with the first key; the others are still believed. */
export async function rsaTokens(
  [current, ...former]: readonly [JWK, ...JWK[]],
  issuer: string,
  clock: Clock,
): Promise<Tokens> {
  const key = await importJWK(current, 'RS256')
  const sign = async (
    subject: string,
    to: string,
    minutes: number,
    claims: Record<string, string>,
  ): Promise<Signed> => {
    const now = clock()
    const expiresAt = now.add({ minutes })
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: current.kid ?? '' })
      .setIssuer(issuer)
      .setAudience(to)
      .setSubject(subject)
      .setJti(crypto.randomUUID())
      .setIssuedAt(seconds(now))
      .setExpirationTime(seconds(expiresAt))
      .sign(key)
    return { token, expiresAt }
  }
  return {
    access: (personId, sid) => sign(personId, audience.api, 15, { sid }),
    realtime: (personId) => sign(personId, audience.realtime, 15, {}),
    jwks: { keys: [current, ...former].map(publicPart) },
  }
}

const seconds = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 1000)
