import type { Slot } from '@buy-locals/scheduling'
import type { Contention } from '@buy-locals/service-kit/contention'
import type { ServiceDeps } from '@buy-locals/service-kit/service'
import type { ShareBriefly } from '@buy-locals/service-kit/share-briefly'
import type { Throttle } from '@buy-locals/service-kit/throttle'
import type { Settings } from './config.ts'
import type { TakenTime } from './domain/start-rules.ts'
import type { Database } from './persistence/database.ts'

export type HostedDeps = ServiceDeps<Database> & {
  throttle: Throttle
  settings: Settings
  /** So many of one process try to book the same time at once: four keep the database busy, and leave it to others. */
  triesAtOnce?: number
}

export type Deps = HostedDeps & {
  /** A hundred who are refused the same time at once are shown the same others. */
  shareAlternatives: ShareBriefly<Slot[]>
  /** Of times that many want at once. */
  contention: Contention<TakenTime | undefined>
}
