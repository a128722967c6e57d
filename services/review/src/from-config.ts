import { hostedDeps, type Host } from '@buy-locals/service-kit/host'
import type { Service } from '@buy-locals/service-kit/service'
import type { Deps } from './deps.ts'
import type { Database } from './persistence/database.ts'
import { reviewService } from './service.ts'

/** It takes nothing from the environment. */
export function reviewFromConfig(host: Host): { service: Service; deps: Deps } {
  const deps = hostedDeps<Database>('review', host)
  return { service: reviewService(deps), deps }
}
