import type { Log } from '../log.ts'
import type { Service } from '../service.ts'

export type Worker = {
  /** Something was committed that may have to be published or run: look now rather than at the next tick. */
  wake(): void
  /** Resolves when the batches under way are done. */
  stop(): Promise<void>
}

type WorkerService = Pick<Service, 'name' | 'drainOutbox' | 'runDueJobs'>

/** Publishes what the services have recorded and runs due jobs, for as long as the process lives. */
export function startWorker(
  services: readonly WorkerService[],
  { log, pollMs = 500 }: { log: Log; pollMs?: number },
): Worker {
  const sleepers = new Set<() => void>()
  let isRunning = true
  let soon: NodeJS.Timeout | undefined
  const wakeSleepers = () => {
    soon = undefined
    for (const sleeper of sleepers) sleeper()
  }
  const wake = () => {
    soon ??= setTimeout(wakeSleepers, 10)
  }
  const sleep = () =>
    new Promise<void>((done) => {
      const end = () => {
        clearTimeout(timer)
        sleepers.delete(end)
        done()
      }
      const timer = setTimeout(end, pollMs)
      sleepers.add(end)
    })
  const loop = async (step: () => Promise<number>, duty: string) => {
    while (isRunning) {
      const done = await step().catch((error: unknown) => {
        log.error({ err: error }, `${duty} failed`)
        return 0
      })
      if (done > 0)
        wake() // a published event may have made another service record one
      else if (isRunning) await sleep()
    }
  }
  const loops = services.flatMap((service) => [
    loop(service.drainOutbox, `outbox of ${service.name}`),
    loop(service.runDueJobs, `jobs of ${service.name}`),
  ])
  return {
    wake,
    stop: async () => {
      isRunning = false
      clearTimeout(soon)
      wakeSleepers()
      await Promise.all(loops)
    },
  }
}
