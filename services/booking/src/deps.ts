import type { Slot } from '@buy-locals/scheduling'
import type { ServiceDeps } from '@buy-locals/service-kit/service'
import type { ShareBriefly } from '@buy-locals/service-kit/share-briefly'
import type { Throttle } from '@buy-locals/service-kit/throttle'
import type { Settings } from './config.ts'
import type { Database } from './persistence/database.ts'

export type HostedDeps = ServiceDeps<Database> & { throttle: Throttle; settings: Settings }

export type Deps = HostedDeps & {
  /** A hundred who are refused the same time at once are shown the same others. */
  shareAlternatives: ShareBriefly<Slot[]>
}
