import { application } from '@buy-locals/service-kit/application'
import { lambdaHttp } from '@buy-locals/service-kit/hosts/lambda-http'
import { sqsBatch } from '@buy-locals/service-kit/hosts/sqs'
import type { Outside } from './deps.ts'
import { businessService } from './service.ts'

/** What AWS calls: requests, a queue of events, and the clock. */
export function lambda(outside: Outside) {
  const service = businessService(outside)
  return {
    http: lambdaHttp(application({ services: [service], log: outside.log })),
    events: sqsBatch(service.consumers, outside.log),
    schedule: async (): Promise<void> => {
      while ((await service.runDueJobs()) > 0);
      while ((await service.drainOutbox()) > 0);
    },
  }
}
