import { z } from 'zod'
import { category, type Market } from '@buy-locals/contracts/business/shapes'
import { line, location } from '@buy-locals/contracts/shapes'
import { newId } from '@buy-locals/values/ids'
import { timeZone } from '@buy-locals/values/time'
import type { Outside } from '../deps.ts'
import { categoriesOf } from '../domain/open-data.ts'
import { slugOf } from '../domain/slug.ts'
import type { Known } from '../persistence/business-row.ts'
import * as businesses from '../persistence/business-repository.ts'
import { index } from '../persistence/search-index.ts'
import { sayBusiness } from '../say.ts'

const row = z.object({
  id: z.string().min(1).max(80),
  name: line(80),
  ...location.shape,
  address: z.object({
    street: line(120).nullish(),
    city: line(80),
    region: line(80).nullish(),
    postcode: line(16).nullish(),
    country: z.string().length(2).toUpperCase(),
  }),
  categories: z.array(z.string().max(120)).max(30),
  tz: timeZone,
})
type Row = z.output<typeof row>

const source = {
  kind: 'open-data',
  name: "Who's On First / SimpleGeo",
  licence: 'CC0-1.0',
  url: 'https://whosonfirst.org',
  asOf: '2010–2011',
} as const

export type Imported = { imported: number; known: number; refused: { row: number; detail: string }[] }

const BATCH = 200

/** Historic rows of no owner: published, unclaimed, hours unknown. Each once, however often it is imported; a batch is in whole or not at all. */
export async function importOpenData(
  deps: Pick<Outside, 'db' | 'clock'>,
  rows: readonly unknown[],
  market: Market,
): Promise<Imported> {
  const refused: Imported['refused'] = []
  const wanted = new Map<string, Known>()
  for (const [number, given] of rows.entries()) {
    const parsed = row.safeParse(given)
    const business = parsed.success ? businessOf(parsed.data, market) : undefined
    if (business?.categories.length) wanted.set(business.sourceId ?? '', business)
    else refused.push({ row: number, detail: parsed.success ? 'of no kind that is listed here' : z.prettifyError(parsed.error) }) // prettier-ignore
  }
  const all = [...wanted.values()]
  let imported = 0
  for (let from = 0; from < all.length; from += BATCH)
    imported += await importBatch(deps, all.slice(from, from + BATCH))
  return { imported, known: all.length - imported, refused }
}

async function importBatch({ db, clock }: Pick<Outside, 'db' | 'clock'>, batch: readonly Known[]): Promise<number> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const taken = await businesses.takenSlugs(tx, batch.map(({ slug }) => slug)) // prettier-ignore
    const fresh = await businesses.insertNew(tx, withOwnSlugs(batch, taken))
    for (const business of fresh) await sayBusiness(tx, now, business)
    await index(tx, fresh.map(({ id }) => id)) // prettier-ignore
    return fresh.length
  })
}

/** Chains have one name at many addresses: all but the first add the end of their id. */
function withOwnSlugs(batch: readonly Known[], taken: Set<string>): Known[] {
  return batch.map((business) => {
    const slug = taken.has(business.slug) ? slugOf(business.slug, business.id.slice(-8)) : business.slug
    taken.add(slug)
    return { ...business, slug }
  })
}

function businessOf({ id, name, lat, lon, address, categories, tz }: Row, market: Market): Known {
  const { street, region, postcode } = address
  return {
    id: newId('business'),
    sourceId: id,
    slug: slugOf(name, address.city),
    marketId: market.id,
    status: 'published',
    name,
    categories: categoriesOf(name, categories).flatMap((word) => category.safeParse(word).data ?? []),
    address: { ...address, street: street ?? undefined, region: region ?? undefined, postcode: postcode ?? undefined },
    addressIsPrivate: false,
    location: { lat, lon },
    timeZone: tz,
    currency: market.currency,
    photos: [],
    claimed: false,
    source,
    version: 1,
  }
}
