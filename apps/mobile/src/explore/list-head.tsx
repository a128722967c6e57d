import type { Category, Market } from '@buy-locals/contracts/business/shapes'
import { useI18n } from '@buy-locals/features/i18n'
import { describeSearch } from '@buy-locals/features/place/describe-search'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { LocateButton } from '../location/locate-button'
import { CategoryRail } from './category-rail'
import { Filters } from './filters'
import { SearchLink } from './search-link'

type ListHeadProps = {
  market: Market
  place: string
  now: string
  filters: SearchFilters
  categories: readonly { id: Category; count: number }[]
  onFilter: (filters: SearchFilters) => void
}

/** What stands above the list, and leaves with it. */
export function ListHead({ market, place, now, filters, categories, onFilter }: ListHeadProps) {
  return (
    <Stack gap="lg">
      <Title level={1} size="title">
        {describeSearch(useI18n(), filters, place)}
      </Title>
      <Stack gap="xs">
        <SearchLink filters={filters} place={place} onFilter={onFilter} />
        <LocateButton onLocated={(near) => onFilter({ ...filters, near, place: undefined, radius: undefined })} />
      </Stack>
      <CategoryRail categories={categories} filters={filters} onFilter={onFilter} />
      <Filters filters={filters} market={market} now={now} onFilter={onFilter} />
    </Stack>
  )
}
