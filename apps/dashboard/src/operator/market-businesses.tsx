import { useState } from 'react'
import { listMarketBusinesses } from '@buy-locals/contracts/business/operations'
import type { Business, Market } from '@buy-locals/contracts/business/shapes'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Button } from '@buy-locals/ui/button'
import { Row, Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { PagedResult } from '../shell/query-result'
import { NotFound } from '../shell/fallback-pages'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { useMarket } from './use-market'
import { MarketBusiness } from './market-business'

const statuses = ['pending', 'published', 'suspended', 'draft'] as const satisfies Business['status'][]
type Status = (typeof statuses)[number]

export function MarketBusinesses({ markets }: { markets: readonly Market[] }) {
  const t = useT()
  const { market, field } = useMarket(markets)
  const [status, setStatus] = useState<Status>('pending')
  const [isImported, setImported] = useState(false)
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  if (!market) return <NotFound />
  return (
    <Screen title={t('operator.businessesTitle')} place={market.name} intro={t('operator.businessesIntro')}>
      {field}
      <ChoiceField
        label={t('operator.status')}
        value={status}
        onChange={(next) => setStatus(next as Status)}
        options={statuses.map((value) => ({ value, label: t(`operator.statuses.${value}`) }))}
      />
      {status === 'published' && (
        <ChoiceField
          label={t('operator.origin')}
          value={isImported ? 'imported' : 'members'}
          onChange={(next) => setImported(next === 'imported')}
          options={[
            { value: 'members', label: t('operator.members') },
            { value: 'imported', label: t('operator.imported') },
          ]}
        />
      )}
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          setQ(typed.trim())
        }}
      >
        <Row gap="md" align="end">
          <TextField kind="search" label={t('operator.search')} maxLength={80} value={typed} onChange={setTyped} />
          <Button submit tone="secondary" icon="search" label={t('operator.searchAct')} />
        </Row>
      </form>
      <BusinessesByStatus
        key={`${market.id} ${status} ${isImported} ${q}`}
        market={market}
        query={{ status, ...(status === 'published' && { claimed: String(!isImported) }), ...(q && { q }) }}
      />
    </Screen>
  )
}

type Query = { status: Status; claimed?: string; q?: string }

function BusinessesByStatus({ market, query }: { market: Market; query: Query }) {
  const t = useT()
  const businesses = usePagedQuery(listMarketBusinesses, {
    params: { marketId: market.id },
    query: { ...query, limit: 20 },
  })
  const { status, q } = query
  const empty = q ? (
    <EmptyState icon="search" title={t('operator.noneFound', { q })} text={t('operator.noneFoundText')} />
  ) : (
    <EmptyState icon="store" title={t('operator.none')} text={t(`operator.noneText.${status}`)} />
  )
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
