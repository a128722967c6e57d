import type { Category, Market } from '@buy-locals/contracts/business/shapes'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/mobile-i18n'
import { CategoryRail } from './category-rail'
import { Filters } from './filters'
import { SearchLink } from './search-link'

type ListHeadProps = {
  market: Market
  now: string
  filters: SearchFilters
  categories: readonly { id: Category; count: number }[]
  onFilter: (filters: SearchFilters) => void
}

/** What stands above the list, and leaves with it. */
export function ListHead({ market, now, filters, categories, onFilter }: ListHeadProps) {
  const t = useT()
  return (
    <Stack gap="lg">
      <Title level={1} size="title">
        {t('explore.title', { place: market.name })}
      </Title>
      <SearchLink filters={filters} onFilter={onFilter} />
      <CategoryRail categories={categories} filters={filters} onFilter={onFilter} />
      <Filters filters={filters} timeZone={market.timeZone} now={now} onFilter={onFilter} />
    </Stack>
  )
}
