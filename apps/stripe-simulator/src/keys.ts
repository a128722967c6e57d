import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { randomText } from './ids.ts'

const keys = z.object({
  secretKey: z.string(),
  publishableKey: z.string(),
  webhookSecret: z.string(),
  connectWebhookSecret: z.string(),
})
export type Keys = z.infer<typeof keys>

/** Created once for a data directory and kept in `stripe/keys.json`, so that a restart keeps every configured secret valid. */
export function readOrCreateKeys(dataDir: string): Keys {
  const file = join(dataDir, 'stripe', 'keys.json')
  if (existsSync(file)) return readKeys(file)
  const created: Keys = {
    secretKey: `sk_test_${randomText(32)}`,
    publishableKey: `pk_test_${randomText(32)}`,
    webhookSecret: `whsec_${randomText(32)}`,
    connectWebhookSecret: `whsec_${randomText(32)}`,
  }
  writeFileSync(file, `${JSON.stringify(created, null, 2)}\n`, { mode: 0o600 })
  return created
}

function readKeys(file: string): Keys {
  try {
    return keys.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new Error(`${file} is damaged: bring it back from a backup, or remove it, and the simulator has other keys`)
  }
}
