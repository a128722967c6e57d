import type { ProviderId } from '@buy-locals/contracts/auth/shapes'

/** What is made up for one attempt and has to come back with it. */
export type Attempt = { state: string; nonce: string; verifier: string }

/** Who a provider says has come, after all that it signed was checked. */
export type ProviderIdentity = {
  issuer: string
  subject: string
  email: string | undefined
  /** The provider has seen that they read what is mailed there. */
  isEmailVerified: boolean
  name: string | undefined
}

/** Sign-in with somebody else's accounts, by OpenID Connect. */
export type Providers = {
  list: readonly { id: ProviderId; name: string }[]
  newAttempt(): Attempt
  /** Where the browser goes; it comes back to the page of the provider. */
  begin(id: ProviderId, attempt: Attempt): Promise<string>
  /** What the browser came back with. */
  finish(id: ProviderId, response: Record<string, string>, attempt: Attempt): Promise<ProviderIdentity>
}
