import * as oidc from 'openid-client'
import type { ProviderId } from '@buy-locals/contracts/auth/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { Log } from '@buy-locals/service-kit/log'
import { isLocalHttp, type ProviderSettings } from '../provider-config.ts'
import type { ProviderIdentity, Providers } from '../providers.ts'
import { signAppleSecret } from './apple-secret.ts'

type Options = { settings: readonly ProviderSettings[]; publicUrl: string; clock: Clock; log: Pick<Log, 'warn'> }

/** Google, Apple, or whoever speaks OpenID Connect. The library checks signature, issuer, audience, time, state, nonce and PKCE. */
export function oidcProviders({ settings, publicUrl, clock, log }: Options): Providers {
  const discovered = new Map<ProviderId, Promise<oidc.ServerMetadata>>()
  const keys = new Map<ProviderId, ReturnType<typeof oidc.getJwksCache>>()
  const settingsOf = (id: ProviderId): ProviderSettings => {
    const one = settings.find((each) => each.id === id)
    if (!one) throw new Problem('not-found', 'There is no such provider here')
    return one
  }
  /** Its addresses and keys are read once; a provider that did not answer is tried again. */
  async function connect(provider: ProviderSettings): Promise<oidc.Configuration> {
    const metadata = discovered.get(provider.id) ?? discover(provider)
    discovered.set(provider.id, metadata)
    const server = await metadata.catch((error: unknown) => {
      discovered.delete(provider.id)
      log.warn({ err: error, provider: provider.id }, 'a provider to sign in with does not answer')
      throw new Problem('auth/provider-unavailable', 'The provider does not answer')
    })
    const { secret: own, clientId, issuer: audience } = provider
    const secret = oidc.ClientSecretPost(
      typeof own === 'string' ? own : await signAppleSecret(own, { clientId, audience, clock }),
    )
    const configuration = new oidc.Configuration(server, provider.clientId, undefined, secret)
    if (isLocalHttp(provider.issuer)) oidc.allowInsecureRequests(configuration)
    // Otherwise the signature is left to TLS, as OpenID Connect allows.
    oidc.enableNonRepudiationChecks(configuration)
    const cached = keys.get(provider.id)
    if (cached) oidc.setJwksCache(configuration, cached)
    return configuration
  }
  const redirectUri = (id: ProviderId) =>
    id === 'apple' ? `${publicUrl}/v1/auth/providers/apple/form` : `${publicUrl}/sign-in/${id}`

  return {
    list: settings.map(({ id, name }) => ({ id, name })),
    newAttempt: () => ({
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    }),
    begin: async (id, { state, nonce, verifier }) => {
      const challenge = await oidc.calculatePKCECodeChallenge(verifier)
      const url = oidc.buildAuthorizationUrl(await connect(settingsOf(id)), {
        ...{ redirect_uri: redirectUri(id), state, nonce },
        ...{ code_challenge: challenge, code_challenge_method: 'S256' },
        // Apple sends the address in a form alone.
        ...(id === 'apple' ? { scope: 'openid email', response_mode: 'form_post' } : { scope: 'openid email profile' }),
      })
      return url.href
    },
    finish: async (id, response, { state, nonce, verifier }) => {
      const configuration = await connect(settingsOf(id))
      const url = new URL(`${redirectUri(id)}?${new URLSearchParams(response).toString()}`)
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
      const identity = await readIdentity(configuration, url, checks).catch((error: unknown) => {
        log.warn({ err: error, provider: id }, 'a provider did not confirm who has come')
        throw new Problem('auth/provider-refused', 'The provider did not confirm who you are')
      })
      keys.set(id, oidc.getJwksCache(configuration))
      return identity
    },
  }
}

/** A few providers put the address into what they answer about the person, and not into the token. */
async function readIdentity(
  configuration: oidc.Configuration,
  url: URL,
  checks: oidc.AuthorizationCodeGrantChecks,
): Promise<ProviderIdentity> {
  const tokens = await oidc.authorizationCodeGrant(configuration, url, checks)
  const claims = tokens.claims()
  if (!claims) throw new Error('There is no ID token')
  const hasMore = claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
  const more = hasMore ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims
  const email = typeof more['email'] === 'string' ? more['email'].toLowerCase() : undefined
  return {
    ...{ issuer: claims.iss, subject: claims.sub, email },
    // Apple writes it as a text.
    isEmailVerified: email !== undefined && (more['email_verified'] === true || more['email_verified'] === 'true'),
    name: typeof more['name'] === 'string' ? more['name'] : undefined,
  }
}

async function discover(provider: ProviderSettings): Promise<oidc.ServerMetadata> {
  const execute = isLocalHttp(provider.issuer) ? [oidc.allowInsecureRequests] : []
  const options = { execute, timeout: 10 }
  return (
    await oidc.discovery(new URL(provider.issuer), provider.clientId, undefined, undefined, options)
  ).serverMetadata()
}
