import { useMemo } from 'react'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { countClaimed, type Listing } from '@buy-locals/features/place/listings'
import { searchQuery, type SearchFilters } from '@buy-locals/features/place/search-query'

/** A business under its number, or the heading of those that nobody here looks after. */
export type FoundRow = { kind: 'business'; listing: Listing; number: number } | { kind: 'heading' }

/** What a search has found so far: more is read as one scrolls. */
export function useFound(market: Market, filters: SearchFilters) {
  const found = usePagedQuery(
    searchBusinesses,
    { query: { ...searchQuery(filters, market), limit: 20 } },
    { keepsPrevious: true },
  )
  const { data } = found
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const rows = useMemo(() => toRows(items), [items])
  return { ...found, items, rows, first: data?.pages[0] }
}

export type Found = ReturnType<typeof useFound>

function toRows(items: readonly Listing[]): FoundRow[] {
  const rows = items.map((listing, at): FoundRow => ({ kind: 'business', listing, number: at + 1 }))
  const claimed = countClaimed(items)
  return claimed === rows.length ? rows : [...rows.slice(0, claimed), { kind: 'heading' }, ...rows.slice(claimed)]
}
