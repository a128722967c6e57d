import { z } from 'zod'
import { business, category, type Market } from '@buy-locals/contracts/business/shapes'
import { line, location, phone } from '@buy-locals/contracts/shapes'
import { newId } from '@buy-locals/values/ids'
import { timeZone } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import type { FullBusiness } from '../domain/business.ts'
import { toCategories } from '../domain/open-data.ts'
import { toSlug } from '../domain/slug.ts'
import * as businesses from '../persistence/business-repository.ts'
import { reindex } from '../persistence/search-index.ts'
import { recordBusiness } from '../steps/save-business.ts'

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
  /** By mail at its domain the page can be claimed. */
  website: business.shape.website.nullish(),
  phone: phone.nullish(),
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

export type ImportResult = { imported: number; existing: number; refused: { row: number; detail: string }[] }

const batchSize = 200

/** Historic rows without an owner: published, unclaimed, hours unknown. Each is imported once, however often it comes, and a batch as a whole or not at all. */
export async function importOpenData(
  deps: Pick<Deps, 'db' | 'clock'>,
  rows: readonly unknown[],
  market: Market,
): Promise<ImportResult> {
  const refused: ImportResult['refused'] = []
  const valid = new Map<string, FullBusiness>()
  for (const [number, input] of rows.entries()) {
    const parsed = row.safeParse(input)
    const business = parsed.success ? toBusiness(parsed.data, market) : undefined
    if (business?.categories.length) valid.set(business.sourceId ?? '', business)
    else refused.push({ row: number, detail: parsed.success ? 'of no kind that is listed here' : z.prettifyError(parsed.error) }) // prettier-ignore
  }
  const all = [...valid.values()]
  let imported = 0
  for (let from = 0; from < all.length; from += batchSize)
    imported += await importBatch(deps, all.slice(from, from + batchSize))
  return { imported, existing: all.length - imported, refused }
}

async function importBatch({ db, clock }: Pick<Deps, 'db' | 'clock'>, batch: readonly FullBusiness[]): Promise<number> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const taken = await businesses.findTakenSlugs(tx, batch.map(({ slug }) => slug)) // prettier-ignore
    const fresh = await businesses.insertNew(tx, withUniqueSlugs(batch, taken))
    for (const business of fresh) await recordBusiness(tx, now, business)
    await reindex(tx, fresh.map(({ id }) => id)) // prettier-ignore
    return fresh.length
  })
}

/** A chain has one name at many addresses: all but the first add the end of their id. */
function withUniqueSlugs(batch: readonly FullBusiness[], taken: Set<string>): FullBusiness[] {
  return batch.map((business) => {
    const slug = taken.has(business.slug) ? toSlug(business.slug, business.id.slice(-8)) : business.slug
    taken.add(slug)
    return { ...business, slug }
  })
}

function toBusiness(
  { id, name, lat, lon, address, categories, website, phone, tz }: Row,
  market: Market,
): FullBusiness {
  const { street, region, postcode } = address
  return {
    id: newId('business'),
    sourceId: id,
    slug: toSlug(name, address.city),
    marketId: market.id,
    status: 'published',
    name,
    categories: toCategories(name, categories).flatMap((name) => category.safeParse(name).data ?? []),
    address: { ...address, street: street ?? undefined, region: region ?? undefined, postcode: postcode ?? undefined },
    addressIsPrivate: false,
    location: { lat, lon },
    website: website ?? undefined,
    phone: phone ?? undefined,
    timeZone: tz,
    currency: market.currency,
    photos: [],
    claimed: false,
    source,
    version: 1,
    formVersion: 1,
  }
}
