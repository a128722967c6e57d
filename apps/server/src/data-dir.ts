import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config } from './config.ts'
import { closeToOthers } from './files.ts'
import type { Lifetime } from './lifetime.ts'
import { refuseUnfit } from './migrate-all.ts'
import { claimDatabase, claimDataDir, type Claim } from './one-server.ts'
import type { ServerLog } from './server-log.ts'

/** The folder of this server and of no other, for as long as it lives. Nothing is made where the database does not fit, or is another server's. */
export async function openDataDir(
  config: Config,
  lifetime: Lifetime,
  onGivenUp: (error: Error) => void,
  serverLog?: ServerLog,
): Promise<string> {
  const { DATABASE_URL, ROLE } = config
  const claim = { signal: lifetime.signal, onLost: onGivenUp }
  if (DATABASE_URL) await refuseUnfit(DATABASE_URL)
  const stop = ({ release }: Claim) => release()
  if (DATABASE_URL && ROLE === 'all') await lifetime.own(() => claimDatabase(DATABASE_URL, claim), { stop })
  const dataDir = resolve(config.DATA_DIR)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await lifetime.own(() => claimDataDir(dataDir), { stop })
  serverLog?.openFile(dataDir)
  await closeToOthers(dataDir)
  return dataDir
}
