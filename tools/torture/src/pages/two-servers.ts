import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { parseConfig } from '@buy-locals/server/config'
import { screens } from '@buy-locals/server/screens'
import { start, type Running } from '@buy-locals/server/start'
import { ownFolder, type Folder } from '@buy-locals/server/testing/folder'
import { testEnvironment } from '../in-process-server.ts'

export type TwoServers = AsyncDisposable & { servers: readonly [Running, Running] }

/** Two servers that share nothing but the database and, where there is one, Redis: what one is told, the other is not. */
export async function startTwoServers(folder: Folder, port: number, redisUrl: string | undefined): Promise<TwoServers> {
  const other = await ownFolder()
  const environment = { ...testEnvironment, TEST_CLOCK: '0', ...(redisUrl && { REDIS_URL: redisUrl }) }
  const first = await start(parseConfig({ ...environment, PORT: String(port), ...folder.environment }), { screens })
  const { DATA_DIR } = other.environment
  const site = { PUBLIC_URL: first.publicUrl, DATABASE_URL: first.databaseUrl }
  await cp(join(folder.environment.DATA_DIR, 'secrets.json'), join(DATA_DIR, 'secrets.json'))
  const second = await start(parseConfig({ ...environment, ...site, PORT: '0', PAYMENTS: 'off', DATA_DIR }), {
    screens,
  })
  return {
    servers: [first, second],
    [Symbol.asyncDispose]: async () => {
      await second.close()
      await first.close()
      await other[Symbol.asyncDispose]()
    },
  }
}
