import { randomUUID } from 'node:crypto'
import { mkdir, open, opendir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Media } from '../media.ts'
import { signPolicy } from './upload-policy.ts'

export type DiskSettings = {
  /** `DATA_DIR/media`. */
  folder: string
  /** Where people reach the product. */
  publicUrl: string
  /** Of this installation: uploads are signed with what is derived from it. */
  secret: string
}

export const uploadPath = '/media/uploads'

/** Files of one folder, each whole or not there at all. */
export function mediaOnDisk({ folder, publicUrl, secret }: DiskSettings): Media {
  const pathOf = (key: string) => join(folder, key)
  return {
    put: async (key, bytes) => writeWhole(folder, key, [bytes]),
    sizeOf: async (key) => (await stat(pathOf(key)).catch(ignoreMissing))?.size,
    read: async (key, maxBytes) => {
      const file = await stat(pathOf(key)).catch(ignoreMissing)
      if (file && file.size > maxBytes) throw new Error(`It has more than ${maxBytes} bytes`)
      return readFile(pathOf(key)).catch(ignoreMissing)
    },
    remove: async (keys) => {
      for (const key of keys) await rm(pathOf(key), { force: true })
      const folders = new Set(keys.filter((key) => key.split('/').length > 2).map((key) => dirname(pathOf(key))))
      for (const each of folders) await rmdir(each).catch(ignoreFull)
    },
    list: () => listKeys(folder),
    signUpload: async (limits) => ({
      ...{ url: new URL(uploadPath, publicUrl).href, method: 'POST', headers: {} },
      fields: signPolicy(secret, limits),
      expiresAt: limits.expiresAt.toString({ smallestUnit: 'second' }),
    }),
  }
}

/** Under another name until its last byte is on the disk. */
export async function writeWhole(
  folder: string,
  key: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const [path, unfinished] = [join(folder, key), join(folder, unfinishedFolder, randomUUID())]
  for (const each of [path, unfinished]) await mkdir(dirname(each), { recursive: true, mode: 0o700 })
  try {
    const file = await open(unfinished, 'wx', 0o600)
    try {
      for await (const chunk of chunks) await file.write(chunk)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
  }
}

const unfinishedFolder = 'unfinished'
const batch = 500

async function* listKeys(folder: string): AsyncGenerator<string[]> {
  let keys: string[] = []
  const entries = await opendir(folder, { recursive: true }).catch(ignoreMissing)
  for await (const entry of entries ?? []) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const key = relative(folder, path)
    if (key.startsWith(unfinishedFolder)) await removeIfOld(path)
    else keys.push(key)
    if (keys.length < batch) continue
    yield keys
    keys = []
  }
  if (keys.length > 0) yield keys
}

/** By the clock of the disk: no upload takes a day. */
async function removeIfOld(path: string): Promise<void> {
  const file = await stat(path).catch(ignoreMissing)
  if (file && performance.timeOrigin + performance.now() - file.mtimeMs > 86_400_000) await rm(path, { force: true })
}

/** A folder stays while there are others in it. */
function ignoreFull(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') ignoreMissing(error)
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
