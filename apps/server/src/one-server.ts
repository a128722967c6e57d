import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { withTurn } from '@buy-locals/embedded-postgres/postmaster'
import { identifyProcess, isAlive } from '@buy-locals/embedded-postgres/process-identity'
import { readJsonFile, writeAtomically } from './files.ts'

/** With the folder's inode: a note that was copied with the folder speaks of another one. */
const note = z.object({ inode: z.number(), server: z.object({ pid: z.number(), began: z.string() }) })

export type Claim = { release(): Promise<void> }

/** One server at a time has a folder. Commands such as a backup work beside it; a note of a server that was killed is passed over. */
export async function claimDataDir(dataDir: string): Promise<Claim> {
  const file = join(dataDir, 'server.json')
  const inode = statSync(dataDir).ino
  await withTurn(dataDir, async () => {
    const other = await readJsonFile(file, note, 'remove it, once no server runs on this folder')
    if (other?.inode === inode && isAlive(other.server))
      throw new Error(
        `A server is running on ${dataDir} (process ${other.server.pid}): stop it, or set another DATA_DIR`,
      )
    await writeAtomically(file, JSON.stringify({ inode, server: identifyProcess(process.pid) }))
  })
  return { release: () => rm(file, { force: true }) }
}
