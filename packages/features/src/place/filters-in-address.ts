import { categories, partsOfDay } from '@buy-locals/contracts/business/choices'
import { readLine } from '@buy-locals/contracts/plain-text'
import { isDate } from '../time/dates'
import type { Point } from './distance'
import { maxRadius, type SearchFilters } from './search-query'

const sorts = ['distance', 'rating', 'relevance'] as const

type Parameter = 'q' | 'exact' | 'near' | 'place' | 'radius' | 'category' | 'open' | 'on' | 'part' | 'rated' | 'sort'

/** Reads the filters from the address of a list; what cannot be read is left out. */
export function readFilters(read: (name: Parameter) => string | null | undefined) {
  const text = (name: Parameter) => read(name)?.trim() || undefined
  const on = isDate(text('on') ?? '') ? text('on') : undefined
  const radius = Number(text('radius') ?? Number.NaN)
  return {
    q: readLine(text('q')?.slice(0, 80) ?? '', 80),
    exact: text('exact') === '1' || undefined,
    near: readPoint(text('near') ?? ''),
    place: readLine(text('place')?.slice(0, 160) ?? '', 160),
    radius: radius >= 50 && radius <= maxRadius ? Math.round(radius) : undefined,
    category: categories.find((category) => category === text('category')),
    open: text('open') === '1',
    on,
    part: on ? partsOfDay.find((part) => part === text('part')) : undefined,
    rated: text('rated') === '1',
    sort: sorts.find((sort) => sort === text('sort')),
  }
}

/** The address holds only what was chosen, so that it can be shared and read. */
export const writeFilters = (filters: SearchFilters): Record<Parameter, string | undefined> => ({
  q: filters.q,
  exact: filters.exact ? '1' : undefined,
  near: filters.near && `${rounded(filters.near.lat)},${rounded(filters.near.lon)}`,
  place: filters.place,
  radius: filters.radius?.toString(),
  category: filters.category,
  open: filters.open ? '1' : undefined,
  on: filters.on,
  part: filters.on && filters.part,
  rated: filters.rated ? '1' : undefined,
  sort: filters.sort,
})

function readPoint(text: string): Point | undefined {
  const [lat = Number.NaN, lon = Number.NaN] = text.split(',').map(Number)
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat: rounded(lat), lon: rounded(lon) } : undefined
}

/** Three decimals are about a hundred meters: near enough to search, and no one's doorstep. */
const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000
