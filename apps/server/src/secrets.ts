import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { newSigningKey } from '@buy-locals/auth/tokens'

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
export async function secretsIn(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json')
  const written = await readIfThere(file)
  if (written !== undefined) return secrets.parse(JSON.parse(written))
  const fresh: Secrets = {
    database: random(),
    signingKeys: [jwk.parse(await newSigningKey())],
    realtimePublish: random(),
    demoPassword: `town-${randomBytes(6).toString('hex')}`,
  }
  await writeWhole(file, JSON.stringify(fresh))
  return fresh
}

const random = () => randomBytes(32).toString('base64url')

/** All of it or nothing, whenever the machine stops. */
export async function writeWhole(file: string, words: string): Promise<void> {
  const unfinished = await open(`${file}.unfinished`, 'w', 0o600)
  await unfinished.writeFile(words)
  await unfinished.sync()
  await unfinished.close()
  await rename(`${file}.unfinished`, file)
}

export const readIfThere = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
