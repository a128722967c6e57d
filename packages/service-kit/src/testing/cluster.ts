import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../adapters/embedded-postgres.ts'

const prefix = 'buy-locals-test-postgres-'

/** One PostgreSQL for a whole run of the tests. Speed before safety: it writes nothing to the disk on purpose. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned()
  const dataDir = await mkdtemp(join(tmpdir(), prefix))
  const postgres = await startPostgres({ dataDir, fsync: false })
  project.provide('postgres', postgres.url)
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true })
  }
}

/** A run that was killed leaves its cluster behind; that of a run still under way is only borrowed, and stays. */
async function removeAbandoned(): Promise<void> {
  for (const name of (await readdir(tmpdir())).filter((entry) => entry.startsWith(prefix))) {
    const dataDir = join(tmpdir(), name)
    const left = await startPostgres({ dataDir, fsync: false })
    if (left.origin === 'borrowed') continue
    await left.stop()
    await rm(dataDir, { recursive: true })
  }
}
