import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where a server of a test keeps what it has. */
export type Folder = AsyncDisposable & { environment: { DATA_DIR: string; DATABASE_URL?: string } }

/** With a PostgreSQL of its own in it, which writes to the disk as the product's does. */
export async function ownFolder(): Promise<Folder> {
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-server-'))
  return {
    environment: { DATA_DIR: dataDir },
    [Symbol.asyncDispose]: () => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }),
  }
}
