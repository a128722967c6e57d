import type { Express } from 'express'
import type { Bus } from '@buy-locals/service-kit/bus'
import { createLog, type Log } from '@buy-locals/service-kit/log'
import type { Screens } from './application.ts'
import type { Composed } from './compose.ts'
import type { Config } from './config.ts'
import { prepareTown, removeHalfOpenedTown } from './demo/town-state.ts'
import { openLifetime, type Lifetime } from './lifetime.ts'
import { openDataDir } from './data-dir.ts'
import { listen } from './listen.ts'
import { openMachine } from './machine.ts'
import { openServices } from './open-services.ts'
import { openPhoneApp, phoneAppEnds, type PhoneApp } from './phone-app.ts'
import { openReadiness } from './readiness.ts'
import { readSecrets, type Secrets } from './secrets.ts'
import type { ServerLog } from './server-log.ts'
import { openClock } from './test-clock.ts'

export type Running = {
  url: string
  publicUrl: string
  /** The services without the gateway, for this machine itself. */
  internalUrl: string
  /** All that can be reached here. */
  app: Express
  /** With all rights, for whoever looks after this machine. */
  databaseUrl: string
  simulator: { url: string; secretKey: string } | undefined
  composed: Composed
  secrets: Secrets
  log: Log
  bus: Bus
  /** Publishes all recorded events and runs all due jobs, until nothing is left. */
  drain(): Promise<void>
  /** Shifts this process's time, for the demonstration's past. The shift is not stored. */
  shiftTime(by: string): void
  /** Lets what is under way end and stops what this process has started. */
  close(): Promise<void>
}

type Options = {
  screens?: Screens | undefined
  /** Before anybody else comes in, such as opening the town. */
  prepare?: (running: Running) => Promise<void>
  lifetime?: Lifetime
  serverLog?: ServerLog
  /** A part of the machine has ended and does not come back. */
  onGivenUp?: (error: Error) => void
  /** How often the worker looks for what nobody woke it for. */
  pollMs?: number
  /** Whether the phone app is there, in the place of building it when it is first opened. */
  requestPhoneApp?: PhoneApp['request']
}

/** Everything on one machine, in this process: database, six services, gateway, hub and worker, and the screens if there are any. A start that fails stops what it has started. */
export async function start(config: Config, options: Options = {}): Promise<Running> {
  const { lifetime = openLifetime() } = options
  return startOwned(config, { ...options, lifetime }).catch(async (error: unknown) => {
    await lifetime.end()
    throw error
  })
}

async function startOwned(
  config: Config,
  { screens, prepare, lifetime, serverLog, pollMs, ...options }: Options & { lifetime: Lifetime },
): Promise<Running> {
  const log = serverLog?.log ?? createLog({ level: config.LOG_LEVEL })
  const readiness = openReadiness(['start', 'database', 'simulator', 'town'])
  const giveUp = (error: Error) => {
    log.error({ err: error }, 'The server ends')
    void lifetime.end()
  }
  const { onGivenUp = giveUp } = options
  const dataDir = await openDataDir(config, lifetime, onGivenUp, serverLog)
  const listener = await lifetime.own(() => listen(config, readiness), { stop: ({ close }) => close() })
  const { url } = listener
  await lifetime.own(() => prepareTown(config), { stop: () => removeHalfOpenedTown(config) })
  const secrets = await readSecrets(dataDir, config)

  const forMachine = { config, dataDir, url, secrets, log, lifetime, readiness, onGivenUp }
  const { databaseUrl, payments } = await openMachine(forMachine)
  const time = await openClock(dataDir, config.TEST_CLOCK === '1')
  const { simulator } = payments
  const phoneApp = await lifetime.own(() => openPhoneApp({ log }), phoneAppEnds)
  const opened = await openServices({
    ...{ ...forMachine, databaseUrl, payments, time, listener, screens, pollMs },
    requestPhoneApp: options.requestPhoneApp ?? phoneApp.request,
    duties: { web: config.ROLE !== 'worker', worker: config.ROLE !== 'web' },
    ...(simulator && { advanceSimulator: simulator.advance }),
  })
  const running: Running = {
    ...opened,
    ...{ url, databaseUrl, simulator, secrets, log },
    shiftTime: time.shift,
    close: lifetime.end,
  }
  await prepare?.(running)
  lifetime.signal.throwIfAborted()
  readiness.set('town', true)
  readiness.set('start', true)
  return running
}
