import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { searchBusinesses as operation } from '@buy-locals/contracts/business/operations'
import type { Input } from '@buy-locals/contracts/operation'
import { countsInMemory } from '@buy-locals/business/persistence/counts-in-memory'
import type { Database } from '@buy-locals/business/persistence/database'
import type { Deps } from '@buy-locals/business/deps'
import { schema } from '@buy-locals/business/persistence/schema'
import { searchBusinesses } from '@buy-locals/business/use-cases/search-businesses'
import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import { connect } from '@buy-locals/service-kit/database'
import { migrate, serviceUrl } from '@buy-locals/service-kit/migrate'
import { loadBusinesses, type LoadedTowns } from './discovery-data.ts'
import { quantile, type Figures } from './measure.ts'

type SearchDeps = Pick<Deps, 'db' | 'counts' | 'clock'>
type SearchQuery = NonNullable<Input<typeof operation>['query']>

const ROUNDS = 60
const friday = Temporal.Instant.from('2026-03-20T18:00:00Z')

/** Searches in a state full of businesses: of the file named as the second argument, or of towns copied from Boise. */
export async function discovery(file: string | undefined = process.argv[3]): Promise<Figures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-bench-'))
  const postgres = await startPostgres({ dataDir, fsync: false })
  try {
    await migrate(postgres.url, { ...schema, secret: 'bench' })
    const db = connect<Database>(serviceUrl(postgres.url, 'business', 'bench'), { applicationName: 'bench' })
    const towns = await loadBusinesses(db, postgres.url, file)
    const figures = await measureSearches({ db, counts: countsInMemory(db), clock: () => friday }, towns)
    await db.destroy()
    return figures
  } finally {
    await postgres.stop()
    await rm(dataDir, { recursive: true })
  }
}

const searches: Record<string, (center: string) => SearchQuery> = {
  distance8km: (near) => ({ near, radius: 8_000 }),
  distance40km: (near) => ({ near, radius: 40_000 }),
  commonCategory40km: (near) => ({ near, radius: 40_000, category: 'restaurant' }),
  rareCategory40km: (near) => ({ near, radius: 40_000, category: 'yoga' }),
  openNow8km: (near) => ({ near, radius: 8_000, openNow: 'true' }),
  openNow40km: (near) => ({ near, radius: 40_000, openNow: 'true' }),
  openRestaurants40km: (near) => ({ near, radius: 40_000, openNow: 'true', category: 'restaurant' }),
  bookable40km: (near) => ({ near, radius: 40_000, bookableOn: '2026-03-21' }),
  bookableAfternoon40km: (near) => ({ near, radius: 40_000, bookableOn: '2026-03-21', partOfDay: 'afternoon' }),
  rareText40km: (near) => ({ near, radius: 40_000, q: 'violin' }),
  commonText40km: (near) => ({ near, radius: 40_000, q: 'auto' }),
  commonTextByDistance40km: (near) => ({ near, radius: 40_000, q: 'auto', sort: 'distance' }),
  prefixText40km: (near) => ({ near, radius: 40_000, q: 's' }),
  rating8km: (near) => ({ near, radius: 8_000, sort: 'rating' }),
  rating40km: (near) => ({ near, radius: 40_000, sort: 'rating' }),
  ratingOpen40km: (near) => ({ near, radius: 40_000, sort: 'rating', openNow: 'true' }),
  minRating40km: (near) => ({ near, radius: 40_000, minRating: 4 }),
  map: (near) => ({ bbox: boxAround(near, 0.1) }),
  mapOfAState: (near) => ({ bbox: boxAround(near, 3) }),
}

function boxAround(near: string, degrees: number): string {
  const [lat = 0, lon = 0] = near.split(',').map(Number)
  return [lon - degrees, lat - degrees, lon + degrees, lat + degrees].map((side) => side.toFixed(6)).join(',')
}

/** p10 is the time on a machine that does nothing else. */
async function measureSearches(deps: SearchDeps, { businesses, centers }: LoadedTowns): Promise<Figures> {
  const figures: Figures = { businesses }
  for (const [name, queryNear] of Object.entries(searches)) {
    const times: number[] = []
    for (let round = -10; round < ROUNDS; round++) {
      const query = operation.query.parse(queryNear(centers[(round + 10) % centers.length] ?? ''))
      const before = performance.now()
      await searchBusinesses(deps, query)
      if (round >= 0) times.push(performance.now() - before)
    }
    for (const share of [0.1, 0.5, 0.95]) {
      figures[`${name} p${Math.round(share * 100)}`] = Math.round(quantile(share, times) * 10) / 10
    }
  }
  return figures
}
