import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import type { Config } from '../config.ts'
import { readJsonFile, writeAtomically } from '../files.ts'
import { startSimulatorProcess } from '../simulator.ts'

const marker = z.object({ state: z.enum(['opening', 'open']) })
type State = z.output<typeof marker>['state']

const fileIn = (dataDir: string) => join(resolve(dataDir), 'demonstration.json')

/** Whether this folder holds the demonstration town, and whether it was finished. */
export async function readDemoState(dataDir: string): Promise<State | undefined> {
  const remedy = 'write {"state":"open"} into it where the town was open, or set another DATA_DIR'
  return (await readJsonFile(fileIn(dataDir), marker, remedy))?.state
}

export const writeDemoState = (dataDir: string, state: State): Promise<void> =>
  writeAtomically(fileIn(dataDir), JSON.stringify({ state }))

/** Before anything of the folder is used: a public site takes none of the demonstration, and a town whose opening was interrupted is cleared away. */
export async function prepareTown(config: Config): Promise<void> {
  if (config.demonstration) {
    if (config.DATABASE_URL && (await readDemoState(config.DATA_DIR)) === 'opening')
      throw new Error(
        'Opening the demonstration town was interrupted: give DATABASE_URL of an empty database, and another DATA_DIR',
      )
    await stopLeftovers(config)
    await removeHalfOpenedTown(config)
  } else if (await readDemoState(config.DATA_DIR)) {
    throw new Error(
      `${config.DATA_DIR} holds the demonstration, whose passwords are known: give a public site another DATA_DIR`,
    )
  }
}

/** Nobody has used it yet. What runs on it must have been stopped. */
export async function removeHalfOpenedTown({ DATA_DIR, DATABASE_URL }: Config): Promise<void> {
  if (DATABASE_URL || (await readDemoState(DATA_DIR)) !== 'opening') return
  const dataDir = resolve(DATA_DIR)
  for (const part of ['postgres', 'stripe', 'secrets.json', 'demonstration.json'])
    await rm(join(dataDir, part), { recursive: true, force: true })
}

/** A server that was killed while it opened the town has left its database and its simulator. */
async function stopLeftovers({ DATA_DIR, DATABASE_URL }: Config): Promise<void> {
  if (DATABASE_URL || (await readDemoState(DATA_DIR)) !== 'opening') return
  const dataDir = resolve(DATA_DIR)
  const postgres = await startPostgres({ dataDir })
  await postgres.stop()
  const simulator = await startSimulatorProcess({ dataDir })
  await simulator.stop()
}
