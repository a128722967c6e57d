import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '@buy-locals/server/config'
import { start } from '@buy-locals/server/start'
import { openTwoTowns, type TwoTowns } from './two-towns.ts'

type Wanted = { size: number; environment?: Record<string, string> }

/** The whole server on an empty folder, with two towns in it, for as long as the work lasts. */
export async function withTwoTowns<T>(
  { size, environment = {} }: Wanted,
  work: (towns: TwoTowns) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-two-towns-'))
  const usual = { PORT: '0', DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent', LIMIT_FACTOR: '1000', TEST_CLOCK: '1' }
  const running = await start(parseConfig({ ...usual, ...environment }))
  try {
    return await work(await openTwoTowns({ running, dataDir, size }))
  } finally {
    await running.close()
    await rm(dataDir, { recursive: true })
  }
}
