import { redirect } from 'react-router'
import { categories } from '@buy-locals/contracts/business/shapes'
import { findPlaces, searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Visit } from '../server/visit'
import { nearestTo } from '../site/nearest-market'
import { addressOf, mostPages, searchFrom, type Search } from './search'

const usualRadius = 15_000
const pageSize = 18
const mostAtOnce = 100

export async function loadHome(visit: Visit, url: URL) {
  const { call, markets, now } = visit
  const asked = searchFrom(url.searchParams)
  const where = url.searchParams.get('where')?.trim()
  const unknownPlace = where && !isSame(where, asked) ? await goThere(visit, asked, where) : undefined
  const market = asked.near ? nearestTo(markets, asked.near) : markets[0]
  if (!market) return { kind: 'no-market' as const }

  const near = asked.near ?? market.location
  const place = asked.place ?? (asked.near ? undefined : market.name)
  const category = categories.find((id) => id === asked.category)
  const search = { ...asked, category }
  const radius = search.radius ?? usualRadius
  const query = {
    near: `${near.lat},${near.lon}`,
    radius,
    sort: search.sort ?? (search.q ? ('relevance' as const) : ('rating' as const)),
    ...(search.q && { q: search.q }),
    ...(category && { category }),
    ...(search.open && { openNow: 'true' }),
    ...(search.on && { bookableOn: search.on }),
    ...(search.rated && { minRating: 4 }),
  }
  const wanted = pageSize * (search.pages ?? 1)
  const found = await call(searchBusinesses, { query: { ...query, limit: Math.min(wanted, mostAtOnce) } })
  while (found.items.length < wanted && found.nextCursor) {
    const limit = Math.min(wanted - found.items.length, mostAtOnce)
    const next = await call(searchBusinesses, { query: { ...query, limit, cursor: found.nextCursor } })
    found.items.push(...next.items)
    found.nextCursor = next.nextCursor
  }
  return {
    kind: 'found' as const,
    search,
    near,
    radius,
    place,
    unknownPlace,
    timeZone: market.timeZone,
    items: found.items,
    kinds: found.facets.category,
    hasMore: Boolean(found.nextCursor) && (search.pages ?? 1) < mostPages,
    now,
  }
}

export type Found = Extract<Awaited<ReturnType<typeof loadHome>>, { kind: 'found' }>

/** The field says where one already is: nothing was typed. */
const isSame = (where: string, { near, place }: Search) => near !== undefined && where === place

/** A place that is known gets an address of its own; one that is not is said so. */
async function goThere({ call, markets }: Visit, asked: Search, where: string): Promise<string | undefined> {
  const market = markets.find(({ name }) => name === where)
  if (market) throw redirect(addressOf({ ...asked, near: market.location, place: market.name, radius: undefined }))
  const { items } = await call(findPlaces, { query: { q: where.slice(0, 120) } })
  const [found] = items
  if (!found) return where
  throw redirect(addressOf({ ...asked, near: found.location, place: found.label, radius: undefined }))
}
