import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const program = fileURLToPath(new URL('../../apps/server/src/ledger-check.ts', import.meta.url))

/** What `npm run ledger:check` says of the town's books, beside the running server. Rejects where they do not balance. */
export async function ledgerCheck(): Promise<string> {
  const env = { ...process.env, DATA_DIR: process.env['JOURNEYS_DATA_DIR'] }
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env })
  return stdout.trim()
}
