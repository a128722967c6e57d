import type { ServiceName } from '@buy-locals/contracts/operation'
import type { Duty } from '../added-work.ts'
import { isDatabaseAway } from '../database.ts'
import type { Log } from '../log.ts'
import { batchOfEvents } from '../outbox.ts'
import type { Service } from '../service.ts'

export type Worker = {
  /** Something was committed there that is to be published or run: look now rather than at the next tick. */
  wake(service: ServiceName, duties: readonly Duty[]): void
  /** Resolves when the batches under way are done. */
  stop(): Promise<void>
}

type WorkerService = Pick<Service, 'name' | 'drainOutbox' | 'lanes'>

/** Publishes what the services have recorded and runs due jobs, for as long as the process lives. */
export function startWorker(
  services: readonly WorkerService[],
  { log, pollMs = 500 }: { log: Log; pollMs?: number },
): Worker {
  const loops = services.flatMap(({ name, drainOutbox, lanes }) => [
    {
      ...{ name, duty: 'outbox' as Duty },
      ...repeat(drainOutbox, {
        ...{ log, pollMs, batch: batchOfEvents, duty: `outbox of ${name}` },
        ...{ restMs: restMs.outbox, restMsOfEach: 25 }, // ten are a rush: their bookings come first
      }),
    },
    ...lanes.map(({ lane, concurrency, runDue }) => ({
      ...{ name, duty: lane as Duty },
      ...repeat(runDue, {
        log,
        pollMs: lane === 'upkeep' ? pollMs * 10 : pollMs,
        batch: concurrency,
        restMs: restMs[lane],
        ...(lane.startsWith('bulk-') && { restMsOfEach: 5 }), // its 10,000 are sent within two minutes
        duty: `${lane} jobs of ${name}`,
      }),
    })),
  ])
  return {
    wake: (service, duties) => {
      for (const { name, duty, wake } of loops) if (name === service && duties.includes(duty)) wake()
    },
    stop: async () => void (await Promise.all(loops.map(({ stop }) => stop()))),
  }
}

const longestPauseMs = 5_000

/** At least so long from one step to the next, so that under load a step finds several: what comes after a quiet time is done at once. */
const restMs = {
  outbox: 25,
  prompt: 25,
  webhooks: 25,
  stripe: 250,
  mail: 25,
  sms: 25,
  push: 25,
  'bulk-mail': 25,
  'bulk-sms': 25,
  'bulk-push': 25,
  counting: 250,
  media: 25,
  upkeep: 500,
}

/** A step that found many rests longer, so that the next finds more of them at once; together they cost far less. No rest is longer than this for it. */
const longestRestMs = 250
const usualRestMsOfEach = 10

type Pace = { pollMs: number; batch: number; restMs: number; restMsOfEach?: number }

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Steps as long as there is much to do, and otherwise at every tick and whenever it is woken. A step that fails is tried again after longer and longer pauses, which is logged once, and once more when it works again. */
function repeat(
  step: () => Promise<number>,
  { log, pollMs, batch, restMs, restMsOfEach = usualRestMsOfEach, duty }: Pace & { log: Log; duty: string },
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
      const begun = performance.now()
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
      if (done < batch / 2 && !isWoken && isRunning) await sleep(pollMs) // whatever comes now wakes it
      const rest = begun + Math.max(restMs, Math.min(longestRestMs, done * restMsOfEach)) - performance.now()
      if (rest > 0 && isRunning) await pause(rest)
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
