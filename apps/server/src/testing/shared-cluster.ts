import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cloneDatabase } from '@buy-locals/embedded-postgres/testing/database'
import { migrateAll } from '../migrate-all.ts'
import { newSecrets } from '../secrets.ts'
import { ownFolder, type Folder } from './folder.ts'

/** Roles belong to the whole cluster: every server on it derives the same passwords. */
const database = 'of the tests'
/** Nor does any need a signing key of its own, which takes longer to make than to copy the database. */
let secretsOfAll: ReturnType<typeof newSecrets> | undefined

/** A folder whose database is a copy of one that was migrated once, in the PostgreSQL that a run of the tests has: four seconds less than one of its own. */
export async function folderOnSharedCluster(): Promise<Folder> {
  const folder = await ownFolder()
  const { DATA_DIR } = folder.environment
  await writeFile(
    join(DATA_DIR, 'secrets.json'),
    JSON.stringify({ ...(await (secretsOfAll ??= newSecrets())), database }),
  )
  const { url, drop } = await cloneDatabase('server', (template) => migrateAll(template, database))
  return {
    environment: { DATA_DIR, DATABASE_URL: url },
    [Symbol.asyncDispose]: async () => {
      await drop()
      await folder[Symbol.asyncDispose]()
    },
  }
}
