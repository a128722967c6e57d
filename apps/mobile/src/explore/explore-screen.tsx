import { useState } from 'react'
import { listMarkets } from '@buy-locals/contracts/business/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/mobile-i18n'
import { Failed } from '../shell/screen-error'
import { LoadingCards } from './loading-cards'
import { PlaceList } from './place-list'

/** What there is around, in the first town of the server. */
export function ExploreScreen() {
  const t = useT()
  const { data, error, refetch } = useOperationQuery(listMarkets, {})
  const [market] = data?.items ?? []
  if (market) return <ExploreMarket market={market} />
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

function ExploreMarket({ market }: { market: Market }) {
  const [filters, setFilters] = useState<SearchFilters>({})
  return <PlaceList market={market} filters={filters} onFilter={setFilters} />
}
