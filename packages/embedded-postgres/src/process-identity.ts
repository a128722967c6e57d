import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** A process id alone may have been given to another program since; with the moment it began it cannot. */
export type ProcessIdentity = { pid: number; began: string }

export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const began = process.platform === 'linux' ? beganByProc(pid) : beganByPs(pid)
  return began ? { pid, began } : undefined
}

export function isAlive({ pid, began }: ProcessIdentity): boolean {
  return identifyProcess(pid)?.began === began
}

export async function waitUntilGone(identity: ProcessIdentity, milliseconds: number): Promise<boolean> {
  for (const until = performance.now() + milliseconds; performance.now() < until; await setTimeout(10)) {
    if (!isAlive(identity)) return true
  }
  return false
}

/** A zombie counts as dead: in a container nobody may ever collect it. */
function beganByProc(pid: number): string | undefined {
  try {
    const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return state === 'Z' ? undefined : fields[18]
  } catch {
    return undefined
  }
}

function beganByPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
      .toString()
      .trim()
  } catch {
    return undefined
  }
}
