import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.ts'
import { within } from '../lifetime.ts'
import type { OfChild, OfPrimary, Opening, Role } from './calls.ts'
import { openChannel, type Answering, type Channel } from './channel.ts'

export type Child = {
  role: Role
  pid: number
  calls: Channel<OfChild>
  isAlive(): boolean
  /** It has its services: before that it has neither visitors nor copies. */
  isOpen(): boolean
  stop(): Promise<void>
  kill(): void
}

const program = fileURLToPath(new URL('./child.ts', import.meta.url))

type OpenChild = {
  config: Config
  opening: Opening
  answering: Answering<OfPrimary>
  children: Set<Child>
  mostSilenceMs: number
  onEnd(): void
}

/** Resolves when it has its services. */
export async function openChild(options: OpenChild): Promise<Child> {
  const { config, opening, answering, children, mostSilenceMs, onEnd } = options
  const child = fork(program, [opening.role], {
    env: environmentOf(config),
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let state: 'starting' | 'open' | 'ended' = 'starting'
  const ended = new Promise<void>((done) => child.once('exit', () => done()).once('error', () => done())) // an error where the machine takes no more processes
  const calls = openChannel<OfChild, OfPrimary>(child, answering)
  const opened: Child = {
    ...{ role: opening.role, pid: child.pid ?? 0, calls },
    isAlive: () => state !== 'ended',
    isOpen: () => state === 'open',
    stop: async () => {
      if (state === 'ended') return
      void calls.call('stop', null).then(
        () => child.kill('SIGKILL'),
        () => {},
      )
      if (!(await within(5_000, ended))) child.kill('SIGKILL') // the database has to be stopped too, in ten seconds all together
    },
    kill: () => void child.kill('SIGKILL'),
  }
  children.add(opened)
  void ended.then(() => {
    state = 'ended'
    children.delete(opened)
    onEnd()
  })
  const watch = watchForSilence(opened, mostSilenceMs)
  void ended.then(() => clearInterval(watch))
  const died = ended.then(() => {
    throw new Error(`It ended with ${child.exitCode ?? child.signalCode} while it was being opened`)
  })
  died.catch(() => {})
  await Promise.race([calls.call('open', opening), died]).catch((error: unknown) => {
    child.kill('SIGKILL')
    throw error
  })
  state = 'open'
  return opened
}

const checks = 10
const checksAtStart = 40 // it loads its program, and others load theirs beside it

/** One that lives and answers nothing is of no use to anybody, and keeps those waiting who were handed to it. Counted in checks: where the whole machine stood still, one is missed. */
function watchForSilence({ calls, kill, isOpen }: Child, mostSilenceMs: number): NodeJS.Timeout {
  let silent = 0
  return setInterval(() => {
    if (silent >= (isOpen() ? checks : checksAtStart)) kill()
    silent += 1
    calls.call('ping', null).then(
      () => (silent = 0),
      () => {}, // it has ended
    )
  }, mostSilenceMs / checks)
}

function environmentOf({ environment }: Config): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], ...environment }
}
