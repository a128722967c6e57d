import { listMarkets } from '@buy-locals/contracts/business/operations'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/mobile-i18n'
import { Failed } from '../shell/screen-error'
import { LoadingCards } from './loading-cards'
import { PlaceList } from './place-list'

type ExploreScreenProps = { filters: SearchFilters; onFilter: (filters: SearchFilters) => void }

/** What there is around, in the first town of the server. */
export function ExploreScreen({ filters, onFilter }: ExploreScreenProps) {
  const t = useT()
  const { data, error, refetch } = useOperationQuery(listMarkets, {})
  const [market] = data?.items ?? []
  if (market) return <PlaceList market={market} filters={filters} onFilter={onFilter} />
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <Page>
      {data ? (
        <EmptyState level={1} icon="map-pin" title={t('explore.noMarketsTitle')} text={t('explore.noMarketsText')} />
      ) : (
        <LoadingCards />
      )}
    </Page>
  )
}
