import type { Media } from '@buy-locals/media/media'
import { readConfig } from '@buy-locals/service-kit/config'
import { hostedDeps, type Host } from '@buy-locals/service-kit/host'
import type { Service } from '@buy-locals/service-kit/service'
import { config } from './config.ts'
import type { Deps } from './deps.ts'
import type { Database } from './persistence/database.ts'
import { reviewService } from './service.ts'
import { receivePhoto } from './use-cases/receive-photo.ts'

type Environment = Record<string, string | undefined>
type FromConfig = {
  service: Service
  deps: Deps
  /** The bytes of an upload under that key have come. */
  onStored(key: string): Promise<void>
}

export function reviewFromConfig({ media, ...host }: Host & { media: Media }, environment: Environment): FromConfig {
  const deps = { ...hostedDeps<Database>('review', host), ...readConfig(config, environment), media }
  return { service: reviewService(deps), deps, onStored: (key) => receivePhoto(deps, key) }
}
