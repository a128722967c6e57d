import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What every figure is compared with: machines differ, and the same machine differs by the hour. */
export const referenceCommit = 'd33c086'

export const thisCheckout = fileURLToPath(new URL('../../../..', import.meta.url))

/** The folder of that commit, with its packages; kept between runs. Undefined, and said, where the history or npm is not there. */
export function referenceCheckout(): string | undefined {
  const folder = join(tmpdir(), `buy-locals-bench-${referenceCommit}`)
  const without = (reason: string) => {
    console.error(`${reason}: there are no ratios to ${referenceCommit} in this run.`)
    return undefined
  }
  if (!existsSync(join(folder, 'package.json'))) {
    const added = run('git', ['worktree', 'add', '--force', '--detach', folder, referenceCommit], thisCheckout)
    if (added) return without(`Git could not check out ${referenceCommit} (${added})`)
  }
  if (!existsSync(join(folder, 'node_modules/.package-lock.json'))) {
    const installed = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder)
    if (installed) return without(`npm could not install the packages of ${referenceCommit} (${installed})`)
  }
  return folder
}

/** What went wrong, in a line. */
function run(command: string, args: string[], cwd: string): string | undefined {
  const { status, error, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  return status === 0 ? undefined : (error?.message ?? stderr.trim().split('\n')[0])
}
