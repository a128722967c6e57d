import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '@buy-locals/server/config'
import { start, type Running } from '@buy-locals/server/start'
import { seedMarket, type SeededServer } from './seed.ts'

export type InProcessServer = SeededServer & {
  running: Running
  dataDir: string
  [Symbol.asyncDispose](): Promise<void>
}

export const testEnvironment = { DEMO: '0', TEST_CLOCK: '1', LIMIT_FACTOR: '1000', LOG_LEVEL: 'silent' }

/** The whole server in this process, with its own database and simulator, so that a test can use its internals. */
export async function startInProcess(): Promise<InProcessServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-torture-'))
  const running = await start(parseConfig({ ...testEnvironment, PORT: '0', DATA_DIR: dataDir }))
  return {
    ...(await seedMarket(running)),
    ...{ running, dataDir },
    [Symbol.asyncDispose]: async () => {
      await running.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
