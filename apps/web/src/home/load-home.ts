import { redirect } from 'react-router'
import { line } from '@buy-locals/contracts/shapes'
import { searchQuery, usualRadius } from '@buy-locals/features/place/search-query'
import { findPlaces, searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Visit } from '../server/visit'
import { searchPath, maxPages, parseSearch, type Search } from './search'

const pageSize = 18
const maxLimit = 100

export async function loadHome(visit: Visit, url: URL) {
  const { callApi, markets, now } = visit
  const search = parseSearch(url.searchParams)
  const where = line(120).safeParse(url.searchParams.get('where')?.slice(0, 120)).data
  const unknownPlace = where && !isCurrentPlace(where, search) ? await goToPlace(visit, search, where) : undefined
  const market = search.near ? findNearest(markets, search.near) : markets[0]
  if (!market) return { kind: 'no-market' as const }

  const near = search.near ?? market.location
  const place = search.place ?? (search.near ? undefined : market.name)
  const radius = search.radius ?? usualRadius
  const query = searchQuery(search, { near, radius })
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
    near,
    radius,
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
async function goToPlace({ callApi, markets }: Visit, search: Search, where: string): Promise<string | undefined> {
  const market = markets.find(({ name }) => name === where)
  if (market) throw redirect(searchPath({ ...search, near: market.location, place: market.name, radius: undefined }))
  const { items } = await callApi(findPlaces, { query: { q: where } })
  const [found] = items
  if (!found) return where
  throw redirect(searchPath({ ...search, near: found.location, place: found.label, radius: undefined }))
}

type Point = { lat: number; lon: number }

/** As on a flat map: near enough to tell which town is meant. */
const measureApart = (a: Point, b: Point) =>
  Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180)))

export const findNearest = <M extends { location: Point }>(markets: readonly M[], point: Point): M | undefined =>
  markets.toSorted((a, b) => measureApart(a.location, point) - measureApart(b.location, point))[0]
