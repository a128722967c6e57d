import type { Category, PartOfDay } from '@buy-locals/contracts/business/shapes'

export type SearchFilters = {
  q?: string | undefined
  /** As it was typed, even where that finds nothing. */
  exact?: boolean | undefined
  category?: Category | undefined
  open?: boolean | undefined
  /** Free on this local date. */
  on?: string | undefined
  /** In this part of that date. */
  part?: PartOfDay | undefined
  rated?: boolean | undefined
  sort?: 'distance' | 'rating' | 'relevance' | undefined
}

type Area = { near: { lat: number; lon: number }; radius: number }

/** How far a list reaches where nobody has chosen it, in meters. */
export const usualRadius = 15_000

/** What a search is sent with. */
export const searchQuery = (
  { q, exact, category, open, on, part, rated, sort }: SearchFilters,
  { near, radius }: Area,
) => ({
  near: `${near.lat},${near.lon}`,
  radius,
  sort: sort ?? (q ? ('relevance' as const) : ('rating' as const)),
  ...(q && { q }),
  ...(exact && { exact: 'true' }),
  ...(category && { category }),
  ...(open && { openNow: 'true' }),
  ...(on && { bookableOn: on, ...(part && { partOfDay: part }) }),
  ...(rated && { minRating: 4 }),
})
