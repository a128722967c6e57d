import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import type { Config } from '../config.ts'
import { readOptionalFile, writeAtomically } from '../files.ts'
import { startSimulatorProcess } from '../simulator.ts'
import type { Running } from '../start.ts'
import { openDemoTown } from './open-town.ts'

const marker = z.object({ state: z.enum(['opening', 'open']) })
type State = z.output<typeof marker>['state']

const fileIn = (dataDir: string) => join(resolve(dataDir), 'demonstration.json')

/** Whether this folder holds the demonstration town, and whether it was finished. */
export async function readDemoState(dataDir: string): Promise<State | undefined> {
  const text = await readOptionalFile(fileIn(dataDir))
  return text === undefined ? undefined : marker.parse(JSON.parse(text)).state
}

/** A town whose opening was interrupted is cleared away: nobody has used it yet. */
export async function removeHalfOpenedTown({ DATA_DIR, DATABASE_URL }: Config): Promise<void> {
  if ((await readDemoState(DATA_DIR)) !== 'opening') return
  if (DATABASE_URL)
    throw new Error(
      'Opening the demonstration town was interrupted: give DATABASE_URL of an empty database, and another DATA_DIR',
    )
  const dataDir = resolve(DATA_DIR)
  const postgres = await startPostgres({ dataDir })
  await postgres.stop()
  const simulator = await startSimulatorProcess({ dataDir })
  await simulator.stop()
  for (const part of ['postgres', 'stripe', 'secrets.json', 'demonstration.json'])
    await rm(join(dataDir, part), { recursive: true, force: true })
}

/** The town is opened once, on the first start of an empty folder. Returns the password of everybody in it. */
export async function openOnFirstStart(config: Config, running: Running): Promise<string> {
  const password = config.DEMO_PASSWORD ?? running.secrets.demoPassword
  if ((await readDemoState(config.DATA_DIR)) === 'open') return password
  await writeAtomically(fileIn(config.DATA_DIR), JSON.stringify({ state: 'opening' }))
  await openDemoTown({ running, password, shiftTime: running.shiftTime })
  await writeAtomically(fileIn(config.DATA_DIR), JSON.stringify({ state: 'open' }))
  return password
}
