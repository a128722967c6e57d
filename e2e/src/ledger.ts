import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { serverDataDir } from './server-process.ts'

const program = fileURLToPath(new URL('../../apps/server/src/commands/ledger-check.ts', import.meta.url))

/** The output of `npm run ledger:check` beside the running server. Rejects where the ledger does not balance. */
export async function ledgerCheck(): Promise<string> {
  const env = { ...process.env, DATA_DIR: serverDataDir() }
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env })
  return stdout.trim()
}
