import { line } from '@buy-locals/contracts/shapes'
import { readFilters, writeFilters } from '@buy-locals/features/place/filters-in-address'
import type { SearchFilters } from '@buy-locals/features/place/search-query'

export type Search = SearchFilters & {
  near?: { lat: number; lon: number } | undefined
  place?: string | undefined
  radius?: number | undefined
  open: boolean
  rated: boolean
  /** How many pages of the list are shown. */
  pages?: number | undefined
}

export const maxPages = 10

/** Reads a search from the address of the page; what cannot be read is left out. */
export function parseSearch(params: URLSearchParams): Search {
  const text = (name: string) => params.get(name)?.trim() || undefined
  const [lat = Number.NaN, lon = Number.NaN] = (text('near') ?? '').split(',').map(Number)
  const isPoint = Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  const radius = Number(text('radius') ?? Number.NaN)
  const pages = Number(text('pages') ?? Number.NaN)
  return {
    ...readFilters(text),
    near: isPoint ? { lat: rounded(lat), lon: rounded(lon) } : undefined,
    place: line(160).safeParse(text('place')?.slice(0, 160)).data,
    radius: radius >= 50 && radius <= 100_000 ? Math.round(radius) : undefined,
    pages: pages > 1 && pages <= maxPages ? Math.floor(pages) : undefined,
  }
}

/** Three decimals are about a hundred metres: near enough to search, and no one's doorstep. */
const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000

/** The address of a search. It holds only what was chosen, so that it can be shared and read. */
export function searchPath(search: Partial<Search>): string {
  const { near, place, radius, pages } = search
  const { q, exact, ...filters } = writeFilters(search)
  const params = new URLSearchParams()
  const entries = Object.entries({
    ...{ q, exact },
    near: near && `${rounded(near.lat)},${rounded(near.lon)}`,
    place,
    radius: radius?.toString(),
    ...filters,
    pages: pages?.toString(),
  })
  for (const [name, value] of entries) if (value) params.set(name, value)
  const text = params.toString().replaceAll('%2C', ',')
  return text ? `/?${text}` : '/'
}

export const isNarrowed = ({ q, category, open, on, rated }: Search) => Boolean(q ?? category ?? on) || open || rated
