import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '@buy-locals/server/config'
import { start, type Running } from '@buy-locals/server/start'
import { foundationsOf, type Foundations } from './foundations.ts'

export type InternalApi = Foundations & { running: Running; dataDir: string; [Symbol.asyncDispose](): Promise<void> }

export const environment = { DEMO: '0', TEST_CLOCK: '1', LIMIT_FACTOR: '1000', LOG_LEVEL: 'silent' }

/** All of it within this process, on a database and a simulator of its own, so that a test can reach into it. */
export async function startInside(): Promise<InternalApi> {
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-torture-'))
  const running = await start(parseConfig({ ...environment, PORT: '0', DATA_DIR: dataDir }))
  return {
    ...(await foundationsOf(running)),
    ...{ running, dataDir },
    [Symbol.asyncDispose]: async () => {
      await running.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
