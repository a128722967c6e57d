import { useState } from 'react'
import { listMarketBusinesses } from '@buy-locals/contracts/business/operations'
import type { Business, Market } from '@buy-locals/contracts/business/shapes'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Stack } from '@buy-locals/ui/stack'
import { usePagedQuery } from '../api/use-paged-query'
import { Answered } from '../shell/answered'
import { NotFound } from '../shell/not-found'
import { More } from '../shell/more'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { useMarket } from './market-field'
import { MarketBusiness } from './market-business'

const states = ['pending', 'published', 'suspended', 'draft'] as const satisfies Business['status'][]

export function MarketBusinesses({ markets }: { markets: readonly Market[] }) {
  const t = useT()
  const { market, field } = useMarket(markets)
  const [status, setStatus] = useState<(typeof states)[number]>('pending')
  if (!market) return <NotFound />
  return (
    <Screen title={t('operator.pendingTitle')} place={market.name} intro={t('operator.pendingIntro')}>
      {field}
      <ChoiceField
        label={t('operator.state')}
        value={status}
        onChange={(next) => setStatus(next as typeof status)}
        options={states.map((state) => ({ value: state, label: t(`operator.states.${state}`) }))}
      />
      <InState key={`${market.id} ${status}`} market={market} status={status} />
    </Screen>
  )
}

function InState({ market, status }: { market: Market; status: Business['status'] }) {
  const t = useT()
  const businesses = usePagedQuery(listMarketBusinesses, {
    params: { marketId: market.id },
    query: { status, limit: 20 },
  })
  return (
    <Stack gap="lg">
      <Answered of={businesses}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) {
            return <EmptyState icon="store" title={t('operator.none')} text={t('operator.noneText')} />
          }
          return (
            <Stack gap="lg">
              {items.map((business) => (
                <MarketBusiness key={business.id} business={business} />
              ))}
            </Stack>
          )
        }}
      </Answered>
      <More of={businesses} />
    </Stack>
  )
}
