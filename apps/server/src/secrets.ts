import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { newSigningKey } from '@buy-locals/auth/from-config'
import { readOptionalFile, writeAtomically } from './files.ts'

const jwk = z.looseObject({ kty: z.literal('RSA'), kid: z.string() })

const secrets = z.object({
  /** What the passwords of the services' database roles are derived from. */
  database: z.string(),
  /** The first signs; those after it are still believed. */
  signingKeys: z.tuple([jwk], jwk),
  realtimePublish: z.string(),
  demoPassword: z.string(),
})

export type Secrets = z.output<typeof secrets>

/** Generated once into DATA_DIR, readable by its owner alone. Whoever has this file can be anybody. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json')
  const written = await readOptionalFile(file)
  if (written !== undefined) return secrets.parse(JSON.parse(written))
  const fresh = await newSecrets()
  await writeAtomically(file, JSON.stringify(fresh))
  return fresh
}

export const newSecrets = async (): Promise<Secrets> => ({
  database: random(),
  signingKeys: [jwk.parse(await newSigningKey())],
  realtimePublish: random(),
  demoPassword: `town-${randomBytes(6).toString('hex')}`,
})

const random = () => randomBytes(32).toString('base64url')
