import { useState } from 'react'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { SelectField } from '@buy-locals/ui/select-field'
import { useT } from '../messages/use-t'

/** Which of several markets; one alone needs no question. */
export function useMarket(markets: readonly Market[]) {
  const t = useT()
  const [chosen, setChosen] = useState<string>()
  const market = markets.find(({ id }) => id === chosen) ?? markets[0]
  const field = markets.length > 1 && (
    <SelectField
      label={t('operator.market')}
      value={market?.id ?? ''}
      onChange={setChosen}
      options={markets.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
  return { market, field }
}
