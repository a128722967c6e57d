import type { ServiceName } from '@buy-locals/contracts/operation'
import { isDatabaseAway } from '../database.ts'
import type { Log } from '../log.ts'
import type { Service } from '../service.ts'

export type Worker = {
  /** Something was committed there that has to be published or run: look now rather than at the next tick. */
  wake(service: ServiceName): void
  /** Resolves when the batches under way are done. */
  stop(): Promise<void>
}

type WorkerService = Pick<Service, 'name' | 'drainOutbox' | 'runDueJobs'>

/** Publishes what the services have recorded and runs due jobs, for as long as the process lives. */
export function startWorker(
  services: readonly WorkerService[],
  { log, pollMs = 500 }: { log: Log; pollMs?: number },
): Worker {
  const loops = services.flatMap(({ name, drainOutbox, runDueJobs }) => [
    { name, ...repeat(drainOutbox, { log, pollMs, duty: `outbox of ${name}` }) },
    { name, ...repeat(runDueJobs, { log, pollMs, duty: `jobs of ${name}` }) },
  ])
  return {
    wake: (service) => {
      for (const { name, wake } of loops) if (name === service) wake()
    },
    stop: async () => void (await Promise.all(loops.map(({ stop }) => stop()))),
  }
}

const longestPauseMs = 5_000

/** Steps as long as there is something to do, and otherwise at every tick and whenever it is woken. A step that fails is tried again after longer and longer pauses, which is logged once, and once more when it works again. */
function repeat(
  step: () => Promise<number>,
  { log, pollMs, duty }: { log: Log; pollMs: number; duty: string },
): { wake(): void; stop(): Promise<void> } {
  let isRunning = true
  let isWoken = false
  let failures = 0
  let isLogged = false
  let endSleep = () => {}
  const sleep = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, ms)
      endSleep = () => {
        clearTimeout(timer)
        done()
      }
    })
  const wake = () => {
    isWoken = true // also while a step is under way, which may have looked too early
    if (failures === 0) endSleep()
  }
  const loop = async () => {
    while (isRunning) {
      isWoken = false
      const done = await step().catch((error: unknown) => {
        // Of the database, whoever looks after it says more than twelve lines of ours.
        if (!isLogged && isRunning && !isDatabaseAway(error)) {
          isLogged = true
          log.error({ err: error }, `${duty} fails`)
        }
        failures += 1
        return undefined
      })
      if (done === undefined) {
        if (isRunning) await sleep(Math.min(longestPauseMs, pollMs * 2 ** Math.min(failures, 10)))
        continue
      }
      if (isLogged) log.info({ failures }, `${duty} works again`)
      isLogged = false
      failures = 0
      if (done === 0 && !isWoken && isRunning) await sleep(pollMs)
    }
  }
  const ended = loop()
  return {
    wake,
    stop: () => {
      isRunning = false
      endSleep()
      return ended
    },
  }
}
