import { useState } from 'react'
import { listMarketBusinesses } from '@buy-locals/contracts/business/operations'
import type { Business, Market } from '@buy-locals/contracts/business/shapes'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Stack } from '@buy-locals/ui/stack'
import { usePagedQuery } from '../api/use-paged-query'
import { PagedResult } from '../shell/query-result'
import { NotFound } from '../shell/fallback-pages'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { useMarket } from './use-market'
import { MarketBusiness } from './market-business'

const statuses = ['pending', 'published', 'suspended', 'draft'] as const satisfies Business['status'][]

export function MarketBusinesses({ markets }: { markets: readonly Market[] }) {
  const t = useT()
  const { market, field } = useMarket(markets)
  const [status, setStatus] = useState<(typeof statuses)[number]>('pending')
  if (!market) return <NotFound />
  return (
    <Screen title={t('operator.businessesTitle')} place={market.name} intro={t('operator.businessesIntro')}>
      {field}
      <ChoiceField
        label={t('operator.status')}
        value={status}
        onChange={(next) => setStatus(next as typeof status)}
        options={statuses.map((value) => ({ value, label: t(`operator.statuses.${value}`) }))}
      />
      <BusinessesByStatus key={`${market.id} ${status}`} market={market} status={status} />
    </Screen>
  )
}

function BusinessesByStatus({ market, status }: { market: Market; status: Business['status'] }) {
  const t = useT()
  const businesses = usePagedQuery(listMarketBusinesses, {
    params: { marketId: market.id },
    query: { status, limit: 20 },
  })
  const empty = <EmptyState icon="store" title={t('operator.none')} text={t('operator.noneText')} />
  return (
    <Stack gap="lg">
      <PagedResult query={businesses} empty={empty}>
        {(items) => (
          <Stack gap="lg">
            {items.map((business) => (
              <MarketBusiness key={business.id} business={business} />
            ))}
          </Stack>
        )}
      </PagedResult>
    </Stack>
  )
}
