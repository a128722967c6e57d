import { setTimeout } from 'node:timers/promises'
import type { Service } from '@buy-locals/service-kit/service'

/** Until nobody has anything to say or to do. What another party still owes us, such as a webhook, is given a moment to come. */
export async function settle(services: readonly Service[]): Promise<void> {
  for (let quiet = 0; quiet < 3;) {
    let done = 0
    for (const service of services) done += (await service.drainOutbox()) + (await service.runDueJobs())
    quiet = done === 0 ? quiet + 1 : 0
    if (quiet > 0) await setTimeout(100)
  }
}
