import type { ServiceDeps } from '@buy-locals/service-kit/service'
import type { Throttle } from '@buy-locals/service-kit/throttle'
import type { Places } from './adapters/gazetteer.ts'
import type { Settings } from './config.ts'
import type { Database } from './persistence/database.ts'
import type { Counts } from './persistence/counts-in-memory.ts'

export type Outside = ServiceDeps<Database> &
  Settings & {
    throttle: Throttle
    places: Places
  }

export type Deps = Outside & { counts: Counts }
