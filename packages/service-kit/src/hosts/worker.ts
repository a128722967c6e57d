import type { ServiceName } from '@buy-locals/contracts/operation'
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

/** Steps as long as there is something to do, and otherwise at every tick and whenever it is woken. */
function repeat(
  step: () => Promise<number>,
  { log, pollMs, duty }: { log: Log; pollMs: number; duty: string },
): { wake(): void; stop(): Promise<void> } {
  let isRunning = true
  let isWoken = false
  let endSleep = () => {}
  const sleep = () =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, pollMs)
      endSleep = () => {
        clearTimeout(timer)
        done()
      }
    })
  const wake = () => {
    isWoken = true // also while a step is under way, which may have looked too early
    endSleep()
  }
  const loop = async () => {
    while (isRunning) {
      isWoken = false
      const done = await step().catch((error: unknown) => {
        log.error({ err: error }, `${duty} failed`)
        return 0
      })
      if (done === 0 && !isWoken && isRunning) await sleep()
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
