import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { parseConfig } from '@buy-locals/server/config'
import { screens } from '@buy-locals/server/screens'
import type { Running } from '@buy-locals/server/start'
import { ownFolder, type Folder } from '@buy-locals/server/testing/folder'
import { advanceClock } from '../clock.ts'
import { testEnvironment } from '../in-process-server.ts'
import { startServer } from '../start-server.ts'

type Servers = readonly [Running, Running]

export type TwoServers = AsyncDisposable & {
  servers: Servers
  /** Of the process that publishes events, where that is not this one. */
  workers: (() => number[]) | undefined
  passTime(by: string): Promise<void>
}

/** Two servers that share nothing but the database and, where there is one, Redis: what one is told, the other is not. With PROCESSES it is one server, whose processes answer in turn. */
export async function startTwoServers(folder: Folder, port: number, redisUrl: string | undefined): Promise<TwoServers> {
  await using started = new AsyncDisposableStack()
  const open = async (environment: Record<string, string>, ROLE: 'all' | 'web' = 'all') => {
    const all = { ...testEnvironment, ...(redisUrl && { REDIS_URL: redisUrl }), ...environment }
    const server = await startServer({ ...parseConfig(all), ROLE }, screens) // a second machine takes Redis, which one phase is without
    started.defer(() => server.close())
    return server
  }
  const first = await open({ ...folder.environment, PORT: String(port) })
  const second = first.processes ? first : await openSecond(first, folder, open, started)
  const ends = started.move()
  return {
    servers: [first, second],
    workers: first.processes && (() => first.processes?.().worker ?? []),
    passTime: async (by) => {
      for (const server of new Set([first, second])) await advanceClock(server, by)
    },
    [Symbol.asyncDispose]: () => ends.disposeAsync(),
  }
}

async function openSecond(
  { publicUrl, databaseUrl }: Running,
  folder: Folder,
  open: (environment: Record<string, string>, ROLE: 'web') => Promise<Running>,
  started: AsyncDisposableStack,
): Promise<Running> {
  const other = started.use(await ownFolder())
  const { DATA_DIR } = other.environment
  for (const file of ['secrets.json', 'test-clock.json']) {
    const its = join(folder.environment.DATA_DIR, file)
    if (existsSync(its)) await cp(its, join(DATA_DIR, file))
  }
  return open({ PUBLIC_URL: publicUrl, DATABASE_URL: databaseUrl, PORT: '0', PAYMENTS: 'off', DATA_DIR }, 'web')
}
