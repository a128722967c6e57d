import { listTransactions } from '@buy-locals/contracts/payment/operations'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { useCurrentBusiness } from '../shell/current-business'
import { SkeletonRows } from '../shell/query-result'
import { Screen } from '../shell/screen'
import { useTakesPayments } from '../shell/use-takes-payments'
import { useT } from '../messages/use-t'
import { BalanceCards } from './balance-cards'
import { Earnings } from './earnings'
import { PayeeCard } from './payee-card'
import { listedAtOnce, Transactions } from './transactions'

export function Component() {
  const t = useT()
  const { business } = useCurrentBusiness()
  const takesPayments = useTakesPayments()
  if (takesPayments === undefined)
    return (
      <Screen title={t('money.title')} place={business.name}>
        <SkeletonRows count={2} height={120} />
      </Screen>
    )
  return takesPayments ? <OnlineMoney /> : <MoneyInPerson />
}

function OnlineMoney() {
  const t = useT()
  const { business } = useCurrentBusiness()
  return (
    <Screen title={t('money.title')} place={business.name} intro={t('money.intro')}>
      <PayeeCard />
      <BalanceCards />
      <Earnings />
      <Transactions />
    </Screen>
  )
}

/** Nothing is paid online here; what was before is still shown. */
function MoneyInPerson() {
  const t = useT()
  const { business, params } = useCurrentBusiness()
  const { data } = usePagedQuery(listTransactions, { params, query: { limit: listedAtOnce } })
  const hasHistory = data?.pages.some(({ items }) => items.length > 0) ?? false
  return (
    <Screen title={t('money.title')} place={business.name}>
      <EmptyState icon="wallet" title={t('money.inPerson')} text={t('money.inPersonText')} />
      {hasHistory && <BalanceCards />}
      {hasHistory && <Earnings />}
      {hasHistory && <Transactions />}
    </Screen>
  )
}
