import { z } from 'zod'
import type { ProviderId } from '@buy-locals/contracts/auth/shapes'

export type ProviderSettings = {
  id: ProviderId
  name: string
  issuer: string
  clientId: string
  /** Of Apple the key that signs one. */
  secret: string | { teamId: string; keyId: string; privateKey: string }
}

const text = z.string().min(1)

/** http is for a provider on this machine alone. */
export const isLocalHttp = (url: string): boolean => /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(url)

/** What each has handed out. */
export const providerSettings = {
  google: z.object({ GOOGLE_CLIENT_ID: text, GOOGLE_CLIENT_SECRET: text }),
  apple: z.object({
    ...{ APPLE_CLIENT_ID: text, APPLE_TEAM_ID: text, APPLE_KEY_ID: text },
    /** In PEM; line breaks may be written as two characters. */
    APPLE_PRIVATE_KEY: text.includes('PRIVATE KEY').transform((pem) => pem.replaceAll(String.raw`\n`, '\n')),
  }),
  oidc: z.object({
    OIDC_ISSUER: z.url().refine((url) => url.startsWith('https:') || isLocalHttp(url), 'an address with https'),
    ...{ OIDC_CLIENT_ID: text, OIDC_CLIENT_SECRET: text, OIDC_NAME: text.max(40) },
  }),
}

type Shapes = { [Id in ProviderId]: z.output<(typeof providerSettings)[Id]> }

const toSettings: { [Id in ProviderId]: (of: Shapes[Id]) => ProviderSettings } = {
  google: (of) => ({
    ...{ id: 'google', name: 'Google', issuer: 'https://accounts.google.com' },
    ...{ clientId: of.GOOGLE_CLIENT_ID, secret: of.GOOGLE_CLIENT_SECRET },
  }),
  apple: (of) => ({
    ...{ id: 'apple', name: 'Apple', issuer: 'https://appleid.apple.com', clientId: of.APPLE_CLIENT_ID },
    secret: { teamId: of.APPLE_TEAM_ID, keyId: of.APPLE_KEY_ID, privateKey: of.APPLE_PRIVATE_KEY },
  }),
  oidc: (of) => ({
    ...{ id: 'oidc', name: of.OIDC_NAME, issuer: of.OIDC_ISSUER },
    ...{ clientId: of.OIDC_CLIENT_ID, secret: of.OIDC_CLIENT_SECRET },
  }),
}

/** With whose accounts people may sign in: each by what its provider has handed out, all of it or nothing. */
export function readProviders(environment: Record<string, string | undefined>): ProviderSettings[] {
  const read = <Id extends ProviderId>(id: Id): ProviderSettings[] => {
    const names = Object.keys(providerSettings[id].shape)
    if (names.every((name) => !environment[name])) return []
    const parsed = providerSettings[id].safeParse(environment)
    if (!parsed.success)
      throw new Error(`To sign in with ${id} takes ${names.join(', ')}:\n${z.prettifyError(parsed.error)}`)
    return [toSettings[id](parsed.data as Shapes[Id])]
  }
  return [...read('google'), ...read('apple'), ...read('oidc')]
}
