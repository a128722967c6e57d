import { line } from '@buy-locals/contracts/shapes'
import { partsOfDay, type PartOfDay } from '@buy-locals/contracts/business/shapes'
import { isDate } from '@buy-locals/features/time/dates'

export type Search = {
  near?: { lat: number; lon: number } | undefined
  place?: string | undefined
  radius?: number | undefined
  q?: string | undefined
  /** As it was typed, even where that finds nothing. */
  exact?: boolean | undefined
  category?: string | undefined
  open: boolean
  /** Free on this local date. */
  on?: string | undefined
  /** In this part of that date. */
  part?: PartOfDay | undefined
  rated: boolean
  sort?: 'distance' | 'rating' | 'relevance' | undefined
  /** How many pages of the list are shown. */
  pages?: number | undefined
}

export const maxPages = 10

const sorts = ['distance', 'rating', 'relevance'] as const

/** Reads a search from the address of the page; what cannot be read is left out. */
export function parseSearch(params: URLSearchParams): Search {
  const text = (name: string) => params.get(name)?.trim() || undefined
  const [lat = Number.NaN, lon = Number.NaN] = (text('near') ?? '').split(',').map(Number)
  const isPoint = Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  const written = (name: string, max: number) => line(max).safeParse(text(name)?.slice(0, max)).data
  const radius = Number(text('radius') ?? Number.NaN)
  const on = isDate(text('on') ?? '') ? text('on') : undefined
  const pages = Number(text('pages') ?? Number.NaN)
  return {
    near: isPoint ? { lat: rounded(lat), lon: rounded(lon) } : undefined,
    place: written('place', 160),
    radius: radius >= 50 && radius <= 100_000 ? Math.round(radius) : undefined,
    q: written('q', 80),
    exact: params.get('exact') === '1' || undefined,
    category: text('category'),
    open: params.get('open') === '1',
    on,
    part: on ? partsOfDay.find((part) => part === params.get('part')) : undefined,
    rated: params.get('rated') === '1',
    sort: sorts.find((sort) => sort === params.get('sort')),
    pages: pages > 1 && pages <= maxPages ? Math.floor(pages) : undefined,
  }
}

/** Three decimals are about a hundred metres: near enough to search, and no one's doorstep. */
const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000

/** The address of a search. It holds only what was chosen, so that it can be shared and read. */
export function searchPath(search: Partial<Search>): string {
  const { near, place, radius, q, exact, category, open, on, part, rated, sort, pages } = search
  const params = new URLSearchParams()
  const put = (name: string, value: string | undefined) => value && params.set(name, value)
  put('q', q)
  put('exact', exact ? '1' : undefined)
  put('near', near && `${rounded(near.lat)},${rounded(near.lon)}`)
  put('place', place)
  put('radius', radius?.toString())
  put('category', category)
  put('open', open ? '1' : undefined)
  put('on', on)
  put('part', on && part)
  put('rated', rated ? '1' : undefined)
  put('sort', sort)
  put('pages', pages?.toString())
  const text = params.toString().replaceAll('%2C', ',')
  return text ? `/?${text}` : '/'
}

export const isNarrowed = ({ q, category, open, on, rated }: Search) => Boolean(q ?? category ?? on) || open || rated
