import { createContext, useContext, useState, type ReactNode } from 'react'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { SelectField } from '@buy-locals/ui/select-field'
import { useT } from '../messages/use-t'

type Choice = { chosenId: string | undefined; choose: (id: string) => void }

const MarketChoice = createContext<Choice>({ chosenId: undefined, choose: () => {} })

/** The market that was chosen on one page is that of the next. */
export function MarketChoiceProvider({ children }: { children: ReactNode }) {
  const [chosenId, choose] = useState<string>()
  return <MarketChoice value={{ chosenId, choose }}>{children}</MarketChoice>
}

/** The chosen market, and the field to choose it where there are several. */
export function useMarket(markets: readonly Market[]) {
  const t = useT()
  const { chosenId, choose } = useContext(MarketChoice)
  const market = markets.find(({ id }) => id === chosenId) ?? markets[0]
  const field = markets.length > 1 && (
    <SelectField
      label={t('operator.market')}
      value={market?.id ?? ''}
      onChange={choose}
      options={markets.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
  return { market, field }
}
