import { open, readFile, rename } from 'node:fs/promises'

/** The whole file or nothing, whenever the machine stops. Readable by its owner alone. */
export async function writeAtomically(file: string, text: string): Promise<void> {
  const unfinished = await open(`${file}.unfinished`, 'w', 0o600)
  await unfinished.writeFile(text)
  await unfinished.sync()
  await unfinished.close()
  await rename(`${file}.unfinished`, file)
}

export const readOptionalFile = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
