import { createLog } from '@buy-locals/service-kit/log'
import type { CountedMetrics } from '@buy-locals/service-kit/metrics'
import type { Config } from '../config.ts'
import { openDataDir } from '../data-dir.ts'
import { prepareTown, removeHalfOpenedTown } from '../demo/town-state.ts'
import { openLifetime, within, type Lifetime } from '../lifetime.ts'
import { openMachine } from '../machine.ts'
import type { PaymentSettings } from '../payments.ts'
import { openPhoneApp, phoneAppEnds } from '../phone-app.ts'
import { openReadiness, type Readiness, type Requirement } from '../readiness.ts'
import { readSecrets, type Secrets } from '../secrets.ts'
import type { ServerLog } from '../server-log.ts'
import { keepRunning } from '../supervise.ts'
import { openClock, type ServerClock } from '../test-clock.ts'
import type { OfPrimary, Opening, Role } from './calls.ts'
import type { Answering } from './channel.ts'
import { connectionsOfChildren } from './connections-by-primary.ts'
import { openEntrance } from './entrance.ts'
import { openChild, type Child } from './open-child.ts'
import { countForChildren } from './throttle-by-primary.ts'

export type RunningProcesses = {
  url: string
  publicUrl: string
  databaseUrl: string
  simulator: { url: string; secretKey: string } | undefined
  /** Of everybody in the town, if there is one. */
  password: string | undefined
  /** The process ids, for tests that kill them. */
  processes(): { web: number[]; worker: number[]; starting: number[] }
  /** Publishes all recorded events and runs all due jobs, until nothing is left. */
  drain(): Promise<void>
  /** For what works beside it, such as a test that reads what the services have stored. */
  secrets: Secrets
  payments: PaymentSettings
  time: ServerClock
  close(): Promise<void>
}

type Options = {
  hasTown?: boolean
  hasScreens?: boolean
  /** Until the screens can be read. */
  built?: Promise<unknown>
  lifetime?: Lifetime
  serverLog?: ServerLog
  onGivenUp?: (error: Error) => void
  /** How long a process may give no sign of life before it is ended and started again. */
  mostSilenceMs?: number
  /** How often the worker looks for what nobody woke it for. */
  pollMs?: number
}

/** One server in several processes: this one has the address, the database and the simulator, and starts the others again whenever they end. They answer people (`web`), or publish events and run jobs (`worker`). */
export async function startProcesses(config: Config, options: Options = {}): Promise<RunningProcesses> {
  const { lifetime = openLifetime() } = options
  return startOwned(config, { ...options, lifetime }).catch(async (error: unknown) => {
    await lifetime.end()
    throw error
  })
}

async function startOwned(config: Config, options: Options & { lifetime: Lifetime }): Promise<RunningProcesses> {
  const { lifetime, serverLog, mostSilenceMs = 30_000 } = options
  const log = serverLog?.log ?? createLog({ level: config.LOG_LEVEL })
  const onGivenUp =
    options.onGivenUp ??
    ((error: Error) => {
      log.error({ err: error }, 'The server ends')
      void lifetime.end()
    })
  const dataDir = await openDataDir(config, lifetime, onGivenUp, serverLog)

  const children = await lifetime.own(() => new Set<Child>(), {
    stop: async (left) => left.forEach(({ kill }) => kill()),
  }) // what was just being started again
  const readiness = announcing(openReadiness(['start', 'database', 'simulator', 'town', 'worker']), children)
  const entrance = await openEntrance(config, readiness, lifetime)
  const { url } = entrance
  await lifetime.own(() => prepareTown(config), { stop: () => removeHalfOpenedTown(config) })
  const secrets = await readSecrets(dataDir, config)
  const machine = { config, dataDir, url, secrets, log, lifetime, readiness, onGivenUp }
  const { databaseUrl, payments } = await openMachine(machine)
  const { simulator } = payments
  const phoneApp = await lifetime.own(() => openPhoneApp({ log }), phoneAppEnds)
  const time = await openClock(dataDir, config.TEST_CLOCK === '1')

  const all = <T>(call: (child: Child) => Promise<T>, some = [...children]) => Promise.all(some.map(call))
  const ofRole = (role: Role) => [...children].filter((child) => child.role === role)
  const open = () => [...children].filter((child) => child.isOpen())
  const drain = async () => void (await all(({ calls }) => calls.call('drain', null), ofRole('worker')))
  const answering: Omit<Answering<OfPrimary>, 'addConnection' | 'removeConnection'> = {
    // Whoever cannot be reached has ended, and those connected to it with it.
    broadcast: async (message) =>
      void (await Promise.allSettled(open().map(({ calls }) => calls.call('deliver', message)))),
    wake: async (committed) => {
      const workers = open().filter(({ role }) => role === 'worker')
      await all(({ calls }) => calls.call('wake', committed), workers)
    },
    consume: countForChildren(),
    requestPhoneApp: () => phoneApp.request(),
    advance: async (by) => {
      await simulator?.advance(by)
      await time.advance(by)
      await all(({ calls }) => calls.call('setClock', time.ahead()))
      await drain()
    },
    metrics: async () => {
      const measured: CountedMetrics[][] = []
      const reading = open().map(async ({ calls }) => measured.push(await calls.call('metrics', null)))
      await within(2_000, Promise.allSettled(reading)) // the others are told of also where one does not answer
      return measured
    },
  }

  const countConnections = connectionsOfChildren()
  const startChild = async (role: Role): Promise<Child> => {
    const opening: Opening = {
      ...{ role, databaseUrl, url, secrets, awaited: readiness.awaited().filter((one) => one !== 'start') },
      hasScreens: options.hasScreens ?? false,
      pollMs: options.pollMs,
      payments: { ...payments, simulator: simulator && { url: simulator.url, secretKey: simulator.secretKey } },
    }
    const { removeAll: onEnd, ...connections } = countConnections()
    const its = { ...answering, ...connections }
    const child = await openChild({ config, opening, answering: its, children, mostSilenceMs, onEnd })
    for (const requirement of requirements)
      await child.calls.call('require', { requirement, isThere: !readiness.awaited().includes(requirement) })
    if (role === 'web') entrance.add(child)
    return child
  }
  const crew: { stop(): Promise<void>; kill(): void }[] = []
  let stopped: Promise<unknown> | undefined
  /** Side by side: each may take a while. */
  const stopCrew = () => (stopped ??= Promise.all(crew.map(({ stop }) => stop())))
  const keep = async (role: Role, name: string) => {
    const first = await lifetime.own(() => startChild(role), {
      stop: (child) => Promise.all([child.stop(), stopCrew()]),
      kill: () => crew.forEach(({ kill }) => kill()),
    })
    const onChange = (isThere: boolean) => role === 'worker' && readiness.set('worker', isThere)
    const watch = keepRunning<Child>(first, { name, log, start: () => startChild(role), onChange, onGivenUp })
    crew.push({
      stop: async () => {
        await within(3_000, watch.stop())
        await watch.current().stop()
      },
      kill: () => watch.current().kill(),
    })
    return first
  }

  let password: string | undefined
  if (config.ROLE === 'all') {
    const worker = await keep('worker', 'The worker process')
    if (options.hasTown) {
      entrance.add(worker) // for the simulator's webhooks: time is the town's there
      password = await worker.calls.call('openTown', null)
      entrance.remove(worker)
    }
  }
  readiness.set('worker', true)
  readiness.set('town', true)
  await options.built
  await Promise.all(Array.from({ length: config.PROCESSES }, (_, n) => keep('web', `Web process ${n + 1}`)))
  lifetime.signal.throwIfAborted()
  readiness.set('start', true)
  return {
    ...{ url, publicUrl: config.PUBLIC_URL ?? url, databaseUrl, simulator, password, drain },
    ...{ secrets, payments, time, close: lifetime.end },
    processes: () => {
      const pids = (isOne: (child: Child) => boolean) => [...children].filter(isOne).map(({ pid }) => pid)
      const pidsOf = (role: Role) => pids((child) => child.isOpen() && child.role === role)
      return { web: pidsOf('web'), worker: pidsOf('worker'), starting: pids((child) => !child.isOpen()) }
    },
  }
}

const requirements: readonly Requirement[] = ['database', 'simulator', 'town', 'worker']

/** What the primary learns, its children learn. */
function announcing(readiness: Readiness, children: ReadonlySet<Child>): Readiness {
  return {
    ...readiness,
    set: (requirement, isThere) => {
      readiness.set(requirement, isThere)
      if (requirement === 'start') return // each has its own
      for (const { calls } of children) calls.call('require', { requirement, isThere }).catch(() => {})
    },
  }
}
