import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import type { Config } from './config.ts'
import { readSecrets, type Secrets } from './secrets.ts'

type OpenDatabase = { dataDir: string; databaseUrl: string; secrets: Secrets; close(): Promise<void> }

/** For a command beside a running server, or where one has stopped. A folder that no server has is mistyped, and none is made of it. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  const dataDir = resolve(config.DATA_DIR)
  if (!config.DATABASE_URL && !existsSync(join(dataDir, 'postgres/cluster')))
    throw new Error(`There is no database in ${dataDir}. Set DATA_DIR to the folder of the server.`)
  const postgres = config.DATABASE_URL ? undefined : await startPostgres({ dataDir })
  return {
    dataDir,
    databaseUrl: config.DATABASE_URL ?? postgres?.url ?? '',
    secrets: await readSecrets(dataDir, config),
    close: async () => postgres?.stop(),
  }
}
