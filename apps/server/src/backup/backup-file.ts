import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open, readdir, rename } from 'node:fs/promises'
import { promisify } from 'node:util'
import { z } from 'zod'

/** The file in a backup that describes it. */
export const manifest = z.object({
  kind: z.literal('buy-locals backup'),
  /** Its major version; absent where the database is elsewhere, given by DATABASE_URL. */
  postgres: z.number().optional(),
})
export const manifestName = 'backup.json'

const run = promisify(execFile)

/** One file, readable by its owner alone, because it holds every secret. Never over another file, and whole or not at all. */
export async function pack(folder: string, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} is there already: give another name`)
  const unfinished = await open(`${file}.unfinished`, 'w', 0o600)
  await run('tar', ['-czf', `${file}.unfinished`, '-C', folder, '.'])
  await unfinished.sync()
  await unfinished.close()
  await rename(`${file}.unfinished`, file)
}

/** Files and folders alone: a link would lead out of the folder to what is not ours. */
export async function unpack(file: string, folder: string): Promise<void> {
  await run('tar', ['-xzpf', file, '--no-same-owner', '-C', folder])
  const inside = await readdir(folder, { recursive: true, withFileTypes: true })
  const other = inside.find((entry) => !entry.isFile() && !entry.isDirectory())
  if (other) throw new Error(`${file} is no backup of Buy Locals: ${other.name} is neither a file nor a folder`)
}

export async function refuseNonEmpty(folder: string): Promise<void> {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new Error(`${folder} is not empty: give a DATA_DIR that is, nothing is overwritten`)
}
