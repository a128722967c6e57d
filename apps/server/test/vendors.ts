import { startCognitoFake, type CognitoFake } from '@buy-locals/auth/testing/cognito-fake'
import { client, startOidcServer, type OidcServer } from '@buy-locals/auth/testing/oidc-server'
import { startBucket, type Bucket } from '@buy-locals/media/testing/bucket'
import { systemClock } from '@buy-locals/service-kit/clock'
import { vi } from 'vitest'
import { startServer, type Server } from './support.ts'

/** What a server stores with others: passwords in a user pool, photos in a bucket, and who comes by a provider. */
export type Vendors = { guild: OidcServer; pool: CognitoFake; bucket: Bucket }

/** How a server finds the pool, as everything that the AWS SDK signs. */
export const settingsOfPool = ({ settings: { userPoolId, clientId, connection } }: CognitoFake) => ({
  ...{ COGNITO_USER_POOL_ID: userPoolId, COGNITO_CLIENT_ID: clientId, COGNITO_ENDPOINT: connection.endpoint },
  ...{ AWS_ACCESS_KEY_ID: connection.credentials.accessKeyId },
  ...{ AWS_SECRET_ACCESS_KEY: connection.credentials.secretAccessKey },
})

type Started = AsyncDisposable & Vendors & { server: Server }

export async function startWithVendors(
  changes: Record<string, string> = {},
  { photosIn }: { photosIn: 'folder' | 'bucket' },
): Promise<Started> {
  await using started = new AsyncDisposableStack()
  const guild = started.use(await startOidcServer())
  const pool = started.use(await startCognitoFake(systemClock))
  const bucket = started.use(await startBucket())
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ...ofPool } = settingsOfPool(pool)
  started.defer(() => void vi.unstubAllEnvs())
  for (const [name, value] of Object.entries({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY })) vi.stubEnv(name, value)
  const environment = {
    ...{ OIDC_ISSUER: guild.issuer, OIDC_NAME: 'Guild', OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret },
    ...{ ...ofPool, ...(photosIn === 'bucket' && bucket.settings), ...changes },
  }
  const server = started.use(await startServer(environment))
  await guild.serve(`${server.url}/sign-in/oidc`)
  const stack = started.move()
  return { server, guild, pool, bucket, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}
