import { useCurrentBusiness } from '../shell/current-business'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { BalanceCards } from './balance-cards'
import { PayeeCard } from './payee-card'
import { Transactions } from './transactions'

export function Component() {
  const t = useT()
  const { business } = useCurrentBusiness()
  return (
    <Screen title={t('money.title')} place={business.name} intro={t('money.intro')}>
      <PayeeCard />
      <BalanceCards />
      <Transactions />
    </Screen>
  )
}
