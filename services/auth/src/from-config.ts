import type { JWK } from 'jose'
import { jwtAuthenticate, type VerifiedActor } from '@buy-locals/service-kit/authenticate'
import { readConfig } from '@buy-locals/service-kit/config'
import { connect } from '@buy-locals/service-kit/database'
import { hostedDeps, type Host } from '@buy-locals/service-kit/host'
import { serviceUrl } from '@buy-locals/service-kit/migrate'
import type { Authenticate, Service } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import { postgresCredentials } from './adapters/postgres-credentials.ts'
import { oidcProviders } from './adapters/oidc-providers.ts'
import { newRsaKey, rsaTokens } from './adapters/rsa-tokens.ts'
import { config, credentialsConfig } from './config.ts'
import type { Credentials } from './credentials.ts'
import type { Deps } from './deps.ts'
import type { Database } from './persistence/database.ts'
import { readProviders } from './provider-config.ts'
import { authService } from './service.ts'
import { audience } from './tokens.ts'
import { readRealtimeEpoch } from './use-cases/read-realtime-epoch.ts'

type Environment = Record<string, string | undefined>

/** The first key signs; tokens of the others are still valid. */
type AuthHost = Omit<Host, 'authenticate'> &
  Pick<Deps, 'collectExports' | 'documents'> & { signingKeys: readonly [JWK, ...JWK[]] }

type FromConfig = {
  service: Service
  deps: Deps
  /** For every service of this process. */
  authenticate: Authenticate
  /** For the realtime hub: of tokens that open no operation. */
  authenticateRealtime(token: string): Promise<VerifiedActor | undefined>
  /** For the realtime hub: of the channel of a business, for whoever belongs to it. */
  realtimeEpoch(personId: Id<'person'>, businessId: Id<'business'>): Promise<number | undefined>
}

export async function authFromConfig(
  { signingKeys, collectExports, documents, ...host }: AuthHost,
  environment: Environment,
): Promise<FromConfig> {
  const { publicUrl, clock } = host
  const tokens = await rsaTokens(signingKeys, publicUrl, clock)
  const issued = { issuer: publicUrl, clock, keys: tokens.jwks }
  const authenticate = jwtAuthenticate({ ...issued, audience: audience.api })
  const shared = hostedDeps<Database>('auth', { ...host, authenticate })
  const deps: Deps = {
    ...shared,
    credentials: await openCredentials(environment, shared),
    tokens,
    collectExports,
    limits: readConfig(config, environment),
    documents,
    providers: oidcProviders({ settings: readProviders(environment), publicUrl, clock, log: host.log }),
    factorSecret: `second factors ${host.databaseSecret}`,
    secureCookies: publicUrl.startsWith('https:'),
  }
  return {
    service: authService(deps),
    deps,
    authenticate,
    authenticateRealtime: jwtAuthenticate({ ...issued, audience: audience.realtime }),
    realtimeEpoch: (personId, businessId) => readRealtimeEpoch(deps, personId, businessId),
  }
}

/** The SDK is loaded where it is used: it takes as long as the rest of the service. */
async function openCredentials(environment: Environment, { db, log }: Pick<Deps, 'db' | 'log'>): Promise<Credentials> {
  const ours = postgresCredentials(db)
  const settings = readConfig(credentialsConfig, environment)
  const { COGNITO_USER_POOL_ID: userPoolId, COGNITO_CLIENT_ID: clientId, COGNITO_ENDPOINT: endpoint } = settings
  if (!userPoolId || !clientId) return ours
  const { cognitoCredentials } = await import('./adapters/cognito-credentials.ts')
  const [region = ''] = userPoolId.split('_')
  const connection = { region, ...(endpoint && { endpoint }) }
  return cognitoCredentials({ userPoolId, clientId, connection, former: ours, log })
}

/** Keep it secret, keep it. */
export const newSigningKey: () => Promise<JWK> = newRsaKey

/** For setting up without a running service: what `enrollFirstAdmin` needs. Whoever takes it closes `db`. */
export const setupFromConfig = ({
  databaseUrl,
  databaseSecret,
  clock,
}: Pick<Host, 'databaseUrl' | 'databaseSecret' | 'clock'>): Pick<Deps, 'db' | 'clock'> => ({
  db: connect<Database>(serviceUrl(databaseUrl, 'auth', databaseSecret), { applicationName: 'setup', max: 2 }),
  clock,
})
