import { redirect } from 'react-router'
import { searchBusinesses } from '@buy-locals/contracts/business/operations'
import { findNearest } from '@buy-locals/features/place/distance'
import { findPlace } from '@buy-locals/features/place/find-place'
import { searchQuery, usualRadius } from '@buy-locals/features/place/search-query'
import type { Visit } from '../server/visit'
import { searchPath, maxPages, parseSearch, type Search } from './search'

const pageSize = 18
const maxLimit = 100

export async function loadHome(visit: Visit, url: URL) {
  const { callApi, markets, now } = visit
  const search = parseSearch(url.searchParams)
  const where = url.searchParams.get('where')?.trim().slice(0, 120)
  const unknownPlace = where && !isCurrentPlace(where, search) ? await goToPlace(visit, search, where) : undefined
  const market = search.near ? findNearest(markets, search.near) : markets[0]
  if (!market) return { kind: 'no-market' as const }

  const place = search.place ?? (search.near ? undefined : market.name)
  const query = searchQuery(search, market)
  const count = pageSize * (search.pages ?? 1)
  const found = await callApi(searchBusinesses, { query: { ...query, limit: Math.min(count, maxLimit) } })
  while (found.items.length < count && found.nextCursor) {
    const limit = Math.min(count - found.items.length, maxLimit)
    const next = await callApi(searchBusinesses, { query: { ...query, limit, cursor: found.nextCursor } })
    found.items.push(...next.items)
    found.nextCursor = next.nextCursor
  }
  return {
    kind: 'found' as const,
    search,
    near: search.near ?? market.location,
    radius: search.radius ?? usualRadius,
    place,
    unknownPlace,
    timeZone: market.timeZone,
    items: found.items,
    reading: found.reading,
    categories: found.facets.category,
    hasMore: Boolean(found.nextCursor) && (search.pages ?? 1) < maxPages,
    now,
  }
}

export type Found = Extract<Awaited<ReturnType<typeof loadHome>>, { kind: 'found' }>

/** The field still shows where one already is: nothing was typed. */
const isCurrentPlace = (where: string, { near, place }: Search) => near !== undefined && where === place

/** Leads to the address of the place that was typed. Returns the text where no such place is known. */
async function goToPlace({ callApi, markets }: Visit, search: Search, where: string): Promise<string> {
  const place = await findPlace(callApi, markets, where)
  if (!place) return where
  throw redirect(searchPath({ ...search, ...place }))
}
