import type { Log } from '../log.ts'
import type { Service } from '../service.ts'

export type Worker = {
  /** Something was committed that may have to be said or done: look now rather than at the next tick. */
  nudge(): void
  /** Ends when what is under way is done. */
  stop(): Promise<void>
}

type Worked = Pick<Service, 'name' | 'drainOutbox' | 'runDueJobs'>

/** Says what the services have recorded and runs what is due, for as long as the process lives. */
export function startWorker(services: readonly Worked[], { log, pollMs = 500 }: { log: Log; pollMs?: number }): Worker {
  const sleepers = new Set<() => void>()
  let isRunning = true
  let soon: NodeJS.Timeout | undefined
  const wake = () => {
    soon = undefined
    for (const sleeper of sleepers) sleeper()
  }
  const nudge = () => {
    soon ??= setTimeout(wake, 10)
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
        nudge() // what was said may have made another service say something
      else if (isRunning) await sleep()
    }
  }
  const loops = services.flatMap((service) => [
    loop(service.drainOutbox, `outbox of ${service.name}`),
    loop(service.runDueJobs, `jobs of ${service.name}`),
  ])
  return {
    nudge,
    stop: async () => {
      isRunning = false
      clearTimeout(soon)
      wake()
      await Promise.all(loops)
    },
  }
}
