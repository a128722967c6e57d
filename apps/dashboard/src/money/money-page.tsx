import { useHere } from '../shell/here'
import { Screen } from '../shell/screen'
import { useSay } from '../words/say'
import { BalanceCards } from './balance-cards'
import { PayeeCard } from './payee-card'
import { Transactions } from './transactions'

export function Component() {
  const say = useSay()
  const { business } = useHere()
  return (
    <Screen title={say('money.title')} place={business.name} intro={say('money.intro')}>
      <PayeeCard />
      <BalanceCards />
      <Transactions />
    </Screen>
  )
}
