import { parseConfig } from '@buy-locals/server/config'
import type { Running } from '@buy-locals/server/start'
import { ownFolder, type Folder } from '@buy-locals/server/testing/folder'
import { seedMarket, type SeededServer } from './seed.ts'
import { startServer } from './start-server.ts'
import { twilioForTests } from './twilio.ts'

export type OpenFolder = () => Promise<Folder>
export type InProcessServer = SeededServer & AsyncDisposable & { running: Running; dataDir: string }

/** `PROCESSES=2 npm run torture -- NAME` runs a long test in that shape. */
const PROCESSES = process.env['PROCESSES'] ?? '1'

export const testEnvironment = {
  DEMO: '0',
  TEST_CLOCK: '1',
  LIMIT_FACTOR: '1000',
  LOG_LEVEL: 'silent',
  PROCESSES,
  ...twilioForTests,
}

/** The whole server in this process, with its own database and simulator, so that a test can use its internals. */
export async function startInProcess(openFolder: OpenFolder = ownFolder): Promise<InProcessServer> {
  const folder = await openFolder()
  const running = await startServer(parseConfig({ ...testEnvironment, PORT: '0', ...folder.environment }))
  return {
    ...(await seedMarket(running)),
    ...{ running, dataDir: folder.environment.DATA_DIR },
    [Symbol.asyncDispose]: async () => {
      await running.close()
      await folder[Symbol.asyncDispose]()
    },
  }
}
