import type { Media } from '@buy-locals/media/media'
import type { ServiceDeps } from '@buy-locals/service-kit/service'
import type { Throttle } from '@buy-locals/service-kit/throttle'
import type { Settings } from './config.ts'
import type { Counts } from './persistence/counts-in-memory.ts'
import type { Database } from './persistence/database.ts'
import type { Places } from './places.ts'

export type Deps = ServiceDeps<Database> &
  Settings & {
    throttle: Throttle
    places: Places
    /** Towns and ZIP codes, which cost nothing. */
    gazetteer: Places
    media: Media
    counts: Counts
  }
