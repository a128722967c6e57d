import { application } from '@buy-locals/service-kit/application'
import { lambdaHttp } from '@buy-locals/service-kit/hosts/lambda-http'
import { sqsBatch } from '@buy-locals/service-kit/hosts/sqs'
import type { Deps } from './deps.ts'
import { bookingService } from './service.ts'

/** What AWS calls: requests, a queue of events, and the clock. */
export function lambda(deps: Deps) {
  const service = bookingService(deps)
  return {
    http: lambdaHttp(application({ services: [service], log: deps.log })),
    events: sqsBatch(service.consumers, deps.log),
    schedule: async (): Promise<void> => {
      while ((await service.runDueJobs()) > 0);
      while ((await service.drainOutbox()) > 0);
    },
  }
}
