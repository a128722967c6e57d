import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type JWK,
  type JWTPayload,
} from 'jose'
import type { Temporal } from 'temporal-polyfill'
import type { Clock } from '@buy-locals/service-kit/clock'
import { invalidToken, jwtAuthenticate } from '@buy-locals/service-kit/authenticate'
import { id } from '@buy-locals/values/ids'
import { audience, type SignedToken, type Tokens } from '../tokens.ts'

/** RS256, because API Gateway's JWT authorizer takes RSA alone. */
export async function newRsaKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'RS256', use: 'sig' }
}

const publicPart = ({ kty, n, e, kid, alg, use }: JWK): JWK => ({ kty, n, e, kid, alg, use }) as JWK

/** Signs with the first key; the others are still believed. */
export async function rsaTokens(
  [current, ...former]: readonly [JWK, ...JWK[]],
  issuer: string,
  clock: Clock,
): Promise<Tokens> {
  const key = await importJWK(current, 'RS256')
  const sign = async (subject: string, to: string, minutes: number, claims: JWTPayload): Promise<SignedToken> => {
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
  const jwks = { keys: [current, ...former].map(publicPart) }
  const readDevice = jwtAuthenticate({ issuer, clock, keys: jwks, audience: audience.device })
  return {
    access: (personId, sid, confirmedAt) => sign(personId, audience.api, 15, { sid, ...confirmation(confirmedAt) }),
    signIn: ({ personId, passwordVersion: version }) => sign(personId, audience.signIn, signInMinutes, { version }),
    readSignIn: async (token) => {
      const verified = await jwtVerify(token, createLocalJWKSet(jwks), {
        ...{ issuer, audience: audience.signIn, algorithms: ['RS256'], requiredClaims: ['exp', 'sub'] },
        currentDate: new Date(clock().epochMilliseconds),
      }).catch(invalidToken)
      const person = id('person').safeParse(verified?.payload.sub)
      const passwordVersion = verified?.payload['version']
      if (!person.success || typeof passwordVersion !== 'number') return undefined
      return { personId: person.data, passwordVersion }
    },
    realtime: (personId, sid) => sign(personId, audience.realtime, 15, sid ? { sid } : {}),
    device: (personId) => sign(personId, audience.device, deviceMinutes, {}),
    personOfDevice: async (token) => (await readDevice(token))?.id,
    jwks,
  }
}

/** As OpenID Connect and RFC 8176 write it. */
const confirmation = (at: Temporal.Instant | undefined): JWTPayload =>
  at ? { amr: ['pwd', 'otp'], auth_time: seconds(at) } : {}

/** Long enough to find the phone. */
const signInMinutes = 10
const deviceMinutes = 365 * 24 * 60
const seconds = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 1000)
