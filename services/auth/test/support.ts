import { linkRequested } from '@buy-locals/contracts/auth/events'
import * as api from '@buy-locals/contracts/auth/operations'
import type { Person } from '@buy-locals/contracts/auth/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { ServiceDeps } from '@buy-locals/service-kit/service'
import { startService } from '@buy-locals/service-kit/testing/service'
import { throttleInTables } from '@buy-locals/service-kit/throttle'
import { postgresCredentials } from '../src/adapters/postgres-credentials.ts'
import { oidcProviders } from '../src/adapters/oidc-providers.ts'
import { newRsaKey, rsaTokens } from '../src/adapters/rsa-tokens.ts'
import { config } from '../src/config.ts'
import type { Credentials } from '../src/credentials.ts'
import { documents } from '@buy-locals/contracts/documents'
import type { Deps } from '../src/deps.ts'
import type { Database } from '../src/persistence/database.ts'
import { authService } from '../src/service.ts'

export const password = 'copper kettle sunday'

export const limits = config.parse({})

const key = newRsaKey()

export async function startAuth(
  changes: Partial<Deps> | ((deps: ServiceDeps<Database>) => Partial<Deps>) = {},
  around = (own: Credentials): Credentials => own,
) {
  const auth = await startService<Database>({
    name: 'auth',
    migrations: new URL('../migrations/', import.meta.url),
    make: async (deps) =>
      authService({
        ...deps,
        credentials: around(postgresCredentials(deps.db)),
        tokens: await rsaTokens([await key], 'http://127.0.0.1', deps.clock),
        throttle: throttleInTables(deps.db, deps.clock),
        limits,
        documents,
        factorSecret: 'of the tests',
        collectExports: async () => ({}),
        secureCookies: false,
        providers: oidcProviders({ settings: [], publicUrl: 'http://127.0.0.1', clock: deps.clock, log: deps.log }),
        ...(typeof changes === 'function' ? changes(deps) : changes),
      }),
  })
  const accounts = {
    register: async (email: string, name = 'Ada Baker') => {
      const response = await auth.call(
        api.register,
        { body: { email, password, name } },
        { headers: { 'x-client': 'app' } },
      )
      return {
        response,
        person: response.body.person as Person & { id: Id<'person'> },
        refreshToken: response.body.session?.refreshToken ?? '',
      }
    },
    /** Makes an account whose address is verified, by the session that has registered it. */
    verified: async (email: string, name?: string) => {
      const { person } = await accounts.register(email, name)
      await auth.call(
        api.verifyEmail,
        { body: { token: await accounts.mailed('verify-email', person.id) } },
        { as: person.id },
      )
      return person
    },
    /** The token of the newest link of that kind that was mailed to the person. */
    mailed: async (kind: 'verify-email' | 'reset-password' | 'change-email' | 'invitation', personId: Id<'person'>) => {
      const links = await auth.published(linkRequested)
      return links.findLast(({ data }) => data.kind === kind && data.personId === personId)?.data.token ?? ''
    },
  }
  return Object.assign(auth, accounts)
}
