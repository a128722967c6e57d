import { application } from '@buy-locals/service-kit/application'
import { lambdaHttp } from '@buy-locals/service-kit/hosts/lambda-http'
import { sqsBatch } from '@buy-locals/service-kit/hosts/sqs'
import type { Deps } from './deps.ts'
import { businessService } from './service.ts'

/** What AWS calls: for a request, for a batch of events from the queue, and on schedule. */
export function lambda(deps: Deps) {
  const service = businessService(deps)
  return {
    http: lambdaHttp(application({ services: [service], log: deps.log })),
    events: sqsBatch(service.consumers, deps.log),
    schedule: async (): Promise<void> => {
      while ((await service.runDueJobs()) > 0);
      while ((await service.drainOutbox()) > 0);
    },
  }
}
