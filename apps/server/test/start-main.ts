import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** The program that `npm start` starts, without the demonstration's town. */
export function startMain(environment: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      PORT: '0',
      DEMO: '0',
      PROCESSES: '1',
      ...environment,
    },
  })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (text: Buffer) => (printed.out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (printed.err += text.toString()))
  return {
    child,
    printed,
    ended: once(child, 'close').then(([code]) => code as number | null),
    isOpen: async () => {
      while (!printed.out.includes('ready after') && child.exitCode === null) await setTimeout(20)
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${printed.err}`)
    },
  }
}
