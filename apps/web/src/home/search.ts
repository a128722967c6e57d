import { readFilters, writeFilters } from '@buy-locals/features/place/filters-in-address'
import type { SearchFilters } from '@buy-locals/features/place/search-query'

/** `pages`: how many of the list are shown. */
type Pages = { pages?: number | undefined }
export type Search = SearchFilters & Pages & { open: boolean; rated: boolean }

export const maxPages = 10

/** Reads a search from the address of the page; what cannot be read is left out. */
export function parseSearch(params: URLSearchParams): Search {
  const pages = Number(params.get('pages') ?? Number.NaN)
  return {
    ...readFilters((name) => params.get(name)),
    pages: pages > 1 && pages <= maxPages ? Math.floor(pages) : undefined,
  }
}

/** The address of a search. It holds only what was chosen, so that it can be shared and read. */
export function searchPath({ pages, ...search }: SearchFilters & Pages): string {
  const params = new URLSearchParams()
  const entries = Object.entries({ ...writeFilters(search), pages: pages?.toString() })
  for (const [name, value] of entries) if (value) params.set(name, value)
  const text = params.toString().replaceAll('%2C', ',')
  return text ? `/?${text}` : '/'
}
