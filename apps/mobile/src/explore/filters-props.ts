import type { Market } from '@buy-locals/contracts/business/shapes'
import type { SearchFilters } from '@buy-locals/features/place/search-query'

export type FiltersProps = {
  filters: SearchFilters
  market: Market
  now: string
  onFilter: (filters: SearchFilters) => void
}
