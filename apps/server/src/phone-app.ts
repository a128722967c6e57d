import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Log } from '@buy-locals/service-kit/log'
import { within } from './lifetime.ts'

export type PhoneAppState = 'absent' | 'building' | 'failed' | 'built'

export type PhoneApp = {
  /** Builds it where that was not done since the server has started; an app whose sources are the same is there at once. */
  request(): Promise<PhoneAppState>
  stop(): Promise<void>
  kill(): void
}

/** How a lifetime ends it. */
export const phoneAppEnds = { stop: ({ stop }: PhoneApp) => stop(), kill: ({ kill }: PhoneApp) => kill() }

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Its pages, for a browser. */
export const phoneAppFolder = join(root, 'apps/mobile/dist/web')

const usual = {
  program: [join(root, 'tools/run/export-app.mjs'), 'web', '--any-size'],
  /** `npm start` installs nothing of it. */
  packages: join(root, 'node_modules/expo'),
}

type Options = { log: Log; at?: typeof usual; tryAgainMs?: number }

/** The phone app for browsers. Few who start a server look at it, so it is built for the first of them, with what the processors have left. */
export function openPhoneApp({ log, at = usual, tryAgainMs = 60_000 }: Options): PhoneApp {
  let state: PhoneAppState = 'absent'
  let failedAt = -Infinity
  let build: { child: ChildProcess; ended: Promise<void> } | undefined

  function begin() {
    const child = spawn(process.execPath, at.program, {
      detached: true, // what it starts is stopped with it
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'] },
    })
    if (child.pid !== undefined) setPriority(child.pid, 19)
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (printed = (printed + text.toString()).slice(-4_000)))
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    child.once('error', (error) => {
      printed += error.message
      resolve()
    })
    child.once('close', () => resolve())
    state = 'building'
    build = {
      child,
      ended: ended.then(() => {
        state = child.exitCode === 0 ? 'built' : 'failed'
        failedAt = performance.now()
        if (state === 'failed' && !isStopping) log.error({ printed }, 'The phone app could not be built')
      }),
    }
  }

  let isStopping = false
  const signal = (name: 'SIGTERM' | 'SIGKILL') => {
    isStopping = true
    if (state === 'building' && build?.child.pid !== undefined) signalGroup(build.child.pid, name)
  }
  return {
    request: async () => {
      const isDue = state === 'absent' || (state === 'failed' && performance.now() - failedAt > tryAgainMs)
      if (isDue && !existsSync(at.packages)) return 'absent'
      if (isDue && !isStopping) begin()
      if (state === 'building' && build) await within(1_500, build.ended)
      return state
    },
    stop: async () => {
      signal('SIGTERM')
      if (build && !(await within(2_000, build.ended))) signal('SIGKILL')
      await build?.ended
    },
    kill: () => signal('SIGKILL'),
  }
}

/** It may have ended by itself. */
function signalGroup(leader: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(-leader, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
