import type { ServiceDeps } from '@buy-locals/service-kit/service'
import type { Limit, Throttle } from '@buy-locals/service-kit/throttle'
import type { Places } from './adapters/gazetteer.ts'
import type { Database } from './persistence/database.ts'
import type { Counts } from './persistence/counts-in-memory.ts'

export type Outside = ServiceDeps<Database> & {
  throttle: Throttle
  places: Places
  /** How many businesses one person may add. */
  registrations: Limit
}

export type Deps = Outside & { counts: Counts }

export const defaultRegistrations: Limit = { points: 20, seconds: 86_400 }
