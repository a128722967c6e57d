import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { newSigningKey } from '@buy-locals/auth/from-config'
import type { Config } from './config.ts'
import { readJsonFile, writeAtomically } from './files.ts'
import { signingKeyList } from './signing-keys.ts'

const secrets = z.object({
  /** What the passwords of the services' database roles are derived from. */
  database: z.string(),
  signingKeys: signingKeyList,
  realtimePublish: z.string(),
  demoPassword: z.string(),
})

export type Secrets = z.output<typeof secrets>

type FromEnvironment = Pick<Config, 'DATABASE_SECRET' | 'SIGNING_KEYS' | 'REALTIME_PUBLISH_TOKEN'>

/** From the environment where it names them, and otherwise generated once into DATA_DIR, readable by its owner alone. Whoever has them can be anybody. */
export async function readSecrets(dataDir: string, environment: Partial<FromEnvironment>): Promise<Secrets> {
  const { DATABASE_SECRET: database, SIGNING_KEYS: signingKeys, REALTIME_PUBLISH_TOKEN: realtimePublish } = environment
  if (database && signingKeys && realtimePublish)
    return { ...(await newSecrets()), database, signingKeys, realtimePublish }
  const generated = await readOrGenerate(dataDir)
  return {
    ...generated,
    ...(database && { database }),
    ...(signingKeys && { signingKeys }),
    ...(realtimePublish && { realtimePublish }),
  }
}

async function readOrGenerate(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json')
  const remedy = 'bring it back from a backup. Without it nothing opens that was encrypted with it'
  const written = await readJsonFile(file, secrets, remedy)
  if (written !== undefined) return written
  const fresh = await newSecrets()
  await writeAtomically(file, JSON.stringify(fresh))
  return fresh
}

export const newSecrets = async (): Promise<Secrets> => ({
  database: random(),
  signingKeys: signingKeyList.parse([await newSigningKey()]),
  realtimePublish: random(),
  demoPassword: `town-${randomBytes(6).toString('hex')}`,
})

const random = () => randomBytes(32).toString('base64url')
