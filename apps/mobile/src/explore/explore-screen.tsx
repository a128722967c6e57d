import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listMarkets } from '@buy-locals/contracts/business/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { findNearest } from '@buy-locals/features/place/distance'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Failed } from '../shell/screen-error'
import { LoadingCards } from './loading-cards'
import { Places } from './places'

type ExploreScreenProps = { filters: SearchFilters; onFilter: (filters: SearchFilters) => void }

/** What there is around somebody, or in the first town of the server. */
export function ExploreScreen({ filters, onFilter }: ExploreScreenProps) {
  const t = translatorForFeatures(useI18n())
  const { data, error, refetch } = useOperationQuery(listMarkets, {})
  const markets = data?.items ?? []
  const market = filters.near ? findNearest(markets, filters.near) : markets[0]
  if (market) {
    const place = filters.place ?? (filters.near ? t('find.yourArea') : market.name)
    return <Places market={market} place={place} filters={filters} onFilter={onFilter} />
  }
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <Page>
      {data ? (
        <EmptyState level={1} icon="map-pin" title={t('find.noMarketsTitle')} text={t('find.noMarketsText')} />
      ) : (
        <LoadingCards />
      )}
    </Page>
  )
}
