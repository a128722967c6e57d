import { join } from 'node:path'
import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import { shortenLogFile } from '@buy-locals/embedded-postgres/log-file'
import type { Log } from '@buy-locals/service-kit/log'
import type { Config } from './config.ts'
import type { Lifetime } from './lifetime.ts'
import { migrateAll } from './migrate-all.ts'
import { startPayments, webhookUrlOf, type Payments } from './payments.ts'
import type { Readiness } from './readiness.ts'
import type { Secrets } from './secrets.ts'
import { startSimulatorProcess, type RunningSimulator } from './simulator.ts'
import { keepRunning } from './supervise.ts'

export type Machine = {
  /** With all rights. */
  databaseUrl: string
  payments: Payments
}

type Options = {
  config: Config
  dataDir: string
  /** Our own address, for the simulator's webhooks. */
  url: string
  secrets: Secrets
  log: Log
  lifetime: Lifetime
  readiness: Readiness
  /** A part of the machine has ended and does not come back. */
  onGivenUp(error: Error): void
}

/** What one server has beside its own processes: the database, in its newest form, and the simulator. Both are started again whenever they end. */
export async function openMachine({ secrets, ...options }: Options): Promise<Machine> {
  const databaseUrl = options.config.DATABASE_URL ?? (await openPostgres(options))
  await migrateAll(databaseUrl, secrets.database)
  options.readiness.set('database', true)
  await shortenLogs(options)
  const payments = await openPayments(options)
  options.readiness.set('simulator', true)
  return { databaseUrl, payments }
}

type Parts = Omit<Options, 'secrets'>

/** Of the programs that print to a file as long as they run, and that may be months. */
async function shortenLogs({ dataDir, lifetime, log }: Parts): Promise<void> {
  const shorten = () => {
    try {
      for (const program of ['postgres', 'stripe']) shortenLogFile(join(dataDir, program, 'log'))
    } catch (err) {
      log.warn({ err }, 'a file of the log could not be shortened')
    }
  }
  await lifetime.own(() => setInterval(shorten, 60_000), { stop: async (timer) => clearInterval(timer) })
}

/** It stays at its port: whoever is connected finds it again there. */
async function openPostgres({ dataDir, log, lifetime, readiness, onGivenUp }: Parts): Promise<string> {
  const { signal } = lifetime
  const postgres = await lifetime.own(() => startPostgres({ dataDir, signal }), {
    stop: async () => {
      await watch?.stop()
      await current().stop(3_000)
    },
    kill: () => current().kill(),
  })
  const port = Number(new URL(postgres.url).port)
  const watch = keepRunning(postgres, {
    name: 'PostgreSQL',
    log,
    start: () => startPostgres({ dataDir, port, signal }),
    onChange: (isThere) => readiness.set('database', isThere),
    onGivenUp,
  })
  const current = () => watch.current()
  return postgres.url
}

async function openPayments({ config, dataDir, url, log, lifetime, readiness, onGivenUp }: Parts): Promise<Payments> {
  const payments = await lifetime.own(() => startPayments({ ...config, DATA_DIR: dataDir }, url), {
    stop: async () => {
      await watch?.stop()
      await current()?.stop()
    },
    kill: () => current()?.kill(),
  })
  const { simulator } = payments
  const restart = () => startSimulatorProcess({ dataDir, webhookUrl: webhookUrlOf(url) })
  const watch =
    simulator &&
    keepRunning<RunningSimulator>(simulator, {
      name: 'The Stripe simulator',
      log,
      start: restart,
      onChange: (isThere) => readiness.set('simulator', isThere),
      onGivenUp,
    })
  const current = () => watch?.current()
  if (!simulator) return payments
  return { ...payments, simulator: { ...simulator, advance: async (by) => current()?.advance(by) } }
}
