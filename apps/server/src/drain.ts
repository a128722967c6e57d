import { setTimeout } from 'node:timers/promises'
import type { Service } from '@buy-locals/service-kit/service'

/** Publishes events and runs jobs until nothing is due. What another party still owes us, such as a webhook, gets a moment to arrive. */
export async function drain(services: readonly Service[]): Promise<void> {
  for (let idleRounds = 0; idleRounds < 3;) {
    let done = 0
    for (const service of services) done += (await service.drainOutbox()) + (await service.runDueJobs())
    idleRounds = done === 0 ? idleRounds + 1 : 0
    if (idleRounds > 0) await setTimeout(100)
  }
}
