import type { Media } from '@buy-locals/media/media'
import type { ServiceDeps } from '@buy-locals/service-kit/service'
import type { Throttle } from '@buy-locals/service-kit/throttle'
import type { Settings } from './config.ts'
import type { Database } from './persistence/database.ts'

export type Deps = ServiceDeps<Database> & Settings & { throttle: Throttle; media: Media }
