import { chmod, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { ignoreMissing } from '@buy-locals/embedded-postgres/postgres-binaries'

/** The whole file or nothing, whenever the machine stops. Readable by its owner alone. */
export async function writeAtomically(file: string, text: string): Promise<void> {
  const unfinished = await open(`${file}.unfinished`, 'w', 0o600)
  await unfinished.writeFile(text)
  await unfinished.sync()
  await unfinished.close()
  await rename(`${file}.unfinished`, file)
}

export const readOptionalFile = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch(ignoreMissing)

/** Undefined where there is none. What cannot be read is named, with what to do about it. */
export async function readJsonFile<T extends z.ZodType>(
  file: string,
  shape: T,
  remedy: string,
): Promise<z.output<T> | undefined> {
  const text = await readOptionalFile(file)
  if (text === undefined) return undefined
  const parsed = shape.safeParse(parseJson(text))
  if (!parsed.success) throw new Error(`${file} is damaged: ${remedy}`)
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** A folder from before, or one that was copied, may be open to everybody. PostgreSQL looks after its own. */
export async function closeToOthers(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && entry.name !== 'cluster') await closeToOthers(path)
    else if (entry.isFile()) await chmod(path, 0o600).catch(ignoreMissing) // others may be at work there
  }
  await chmod(folder, 0o700)
}
