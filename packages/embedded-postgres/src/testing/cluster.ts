import { mkdtemp, readdir, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { isAlive, identifyProcess } from '../process-identity.ts'
import { startPostgres } from '../embedded-postgres.ts'
import type {} from './database.ts' // declares what is provided

const prefix = 'buy-locals-test-postgres-'
const memory = '/dev/shm'
const neededBytes = 4 * 1024 ** 3

/** One PostgreSQL for a whole run of the tests. Speed before safety: it writes nothing to the disk on purpose. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned()
  const dataDir = await mkdtemp(
    join(await chooseFolder(), `${prefix}${process.pid}-${identifyProcess(process.pid)?.began}-`),
  )
  const postgres = await startPostgres({ dataDir, fsync: false })
  project.provide('postgres', postgres.url)
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true })
  }
}

/** In memory where there is room: a database is copied for nearly every test, which takes five times as long on a disk. */
async function chooseFolder(): Promise<string> {
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }))
  return Math.min(bavail * bsize, process.availableMemory()) < neededBytes ? tmpdir() : memory
}

/** A run that was killed leaves its cluster behind. The folder's name tells whose it is, so that nobody's beginning is disturbed. */
async function removeAbandoned(): Promise<void> {
  for (const folder of [memory, tmpdir()]) {
    const names = await readdir(folder).catch(() => [])
    for (const name of names.filter((entry) => entry.startsWith(prefix))) {
      const [pid, began = ''] = name.slice(prefix.length).split('-')
      if (isAlive({ pid: Number(pid), began })) continue
      const dataDir = join(folder, name)
      await startPostgres({ dataDir, fsync: false }).then((left) => left.stop())
      await rm(dataDir, { recursive: true })
    }
  }
}
