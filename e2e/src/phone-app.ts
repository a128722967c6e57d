import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

/** The app for browsers, which the server has at /app: at once where `npm run exports` has made it of the same sources, after a minute otherwise. One that cannot be made fails whoever waits for it. */
export async function buildPhoneApp(): Promise<void> {
  await run(process.execPath, [join(root, 'tools/run/export-app.mjs'), 'web', '--any-size'], {
    // As the server makes it: then neither makes it a second time.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'] },
  })
}
