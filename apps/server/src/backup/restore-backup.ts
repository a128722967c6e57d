import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { takeOver, version } from '@buy-locals/embedded-postgres/embedded-postgres'
import { manifest, manifestName, refuseNonEmpty, unpack } from './backup-file.ts'

/** A backup becomes a DATA_DIR, whole or not at all. True where the database came with it. */
export async function restoreBackup({ file, dataDir }: { file: string; dataDir: string }): Promise<boolean> {
  const to = resolve(dataDir)
  await refuseNonEmpty(to)
  const unfinished = await mkdtemp(join(dirname(to), '.buy-locals-restore-'))
  try {
    await unpack(resolve(file), unfinished)
    if (!existsSync(join(unfinished, manifestName))) throw new Error(`${file} is no backup of Buy Locals`)
    const { postgres } = manifest.parse(JSON.parse(await readFile(join(unfinished, manifestName), 'utf8')))
    if (postgres !== undefined && postgres !== version)
      throw new Error(`${file} was written by PostgreSQL ${postgres}; this program brings PostgreSQL ${version}`)
    if (postgres !== undefined) await takeOver(unfinished)
    await rm(join(unfinished, manifestName))
    if (existsSync(to)) await rmdir(to)
    await rename(unfinished, to)
    return postgres !== undefined
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}
