import type { Category, PartOfDay } from '@buy-locals/contracts/business/shapes'
import type { Point } from './distance'

export type SearchFilters = {
  q?: string | undefined
  /** As it was typed, even where that finds nothing. */
  exact?: boolean | undefined
  /** Around here, under this name. Without it, around the town. */
  near?: Point | undefined
  place?: string | undefined
  /** In meters. */
  radius?: number | undefined
  category?: Category | undefined
  open?: boolean | undefined
  /** Free on this local date. */
  on?: string | undefined
  /** In this part of that date. */
  part?: PartOfDay | undefined
  rated?: boolean | undefined
  sort?: 'distance' | 'rating' | 'relevance' | undefined
}

/** How far a list reaches where nobody has chosen it, in meters. */
export const usualRadius = 15_000
export const maxRadius = 100_000

/** What a search is sent with, for people of a town. */
export const searchQuery = (filters: SearchFilters, town: { location: Point }) => {
  const { q, exact, near = town.location, radius = usualRadius, category, open, on, part, rated, sort } = filters
  return {
    near: `${near.lat},${near.lon}`,
    radius,
    sort: sort ?? (q ? ('relevance' as const) : ('rating' as const)),
    ...(q && { q }),
    ...(exact && { exact: 'true' }),
    ...(category && { category }),
    ...(open && { openNow: 'true' }),
    ...(on && { bookableOn: on, ...(part && { partOfDay: part }) }),
    ...(rated && { minRating: 4 }),
  }
}
