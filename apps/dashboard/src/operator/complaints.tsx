import { listComplaints } from '@buy-locals/contracts/booking/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import type { Id } from '@buy-locals/values/ids'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Stack } from '@buy-locals/ui/stack'
import { usePagedQuery } from '../api/use-paged-query'
import { Answered } from '../shell/answered'
import { NotFound } from '../shell/not-found'
import { More } from '../shell/more'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { useMarket } from './market-field'
import { ProblemCard } from './problem-card'

/** Bookings whose money waits for a decision. */
export function Problems({ markets }: { markets: readonly Market[] }) {
  const t = useT()
  const { market, field } = useMarket(markets)
  if (!market) return <NotFound />
  return (
    <Screen title={t('operator.problemsTitle')} place={market.name} intro={t('operator.problemsIntro')}>
      {field}
      <Waiting key={market.id} marketId={market.id} />
    </Screen>
  )
}

function Waiting({ marketId }: { marketId: Id<'market'> }) {
  const t = useT()
  const problems = usePagedQuery(listComplaints, { params: { marketId }, query: { limit: 20 } })
  return (
    <Stack gap="lg">
      <Answered of={problems}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) {
            return <EmptyState icon="flag" title={t('operator.noProblems')} text={t('operator.noProblemsText')} />
          }
          return (
            <Stack gap="lg">
              {items.map((problem) => (
                <ProblemCard key={problem.id} problem={problem} />
              ))}
            </Stack>
          )
        }}
      </Answered>
      <More of={problems} />
    </Stack>
  )
}
