import { listComplaints } from '@buy-locals/contracts/booking/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Stack } from '@buy-locals/ui/stack'
import type { Id } from '@buy-locals/values/ids'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { useT } from '../messages/use-t'
import { NotFound } from '../shell/fallback-pages'
import { PagedResult } from '../shell/query-result'
import { Screen } from '../shell/screen'
import { useTakesPayments } from '../shell/use-takes-payments'
import { ComplaintCard } from './complaint-card'
import { RefusedPayments } from './refused-payments'
import { useMarket } from './use-market'

/** Bookings whose money is frozen until an operator decides. */
export function Complaints({ markets }: { markets: readonly Market[] }) {
  const t = useT()
  const { market, field } = useMarket(markets)
  const takesPayments = useTakesPayments()
  if (!market) return <NotFound />
  return (
    <Screen
      title={t('operator.complaintsTitle')}
      place={market.name}
      intro={t(takesPayments === false ? 'operator.complaintsIntroUnpaid' : 'operator.complaintsIntro')}
    >
      {field}
      {takesPayments && <RefusedPayments key={`${market.id} refused`} marketId={market.id} />}
      <ComplaintsOfMarket key={market.id} marketId={market.id} />
    </Screen>
  )
}

function ComplaintsOfMarket({ marketId }: { marketId: Id<'market'> }) {
  const t = useT()
  const complaints = usePagedQuery(listComplaints, { params: { marketId }, query: { limit: 20 } })
  const empty = <EmptyState icon="flag" title={t('operator.noComplaints')} text={t('operator.noComplaintsText')} />
  return (
    <Stack gap="lg">
      <PagedResult query={complaints} empty={empty}>
        {(items) => (
          <Stack gap="lg">
            {items.map((complaint) => (
              <ComplaintCard key={complaint.id} complaint={complaint} />
            ))}
          </Stack>
        )}
      </PagedResult>
    </Stack>
  )
}
