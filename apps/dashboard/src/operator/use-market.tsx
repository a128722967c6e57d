import { useState } from 'react'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { SelectField } from '@buy-locals/ui/select-field'
import { useT } from '../messages/use-t'

/** The chosen market, and the field to choose it where there are several. */
export function useMarket(markets: readonly Market[]) {
  const t = useT()
  const [chosenId, setChosenId] = useState<string>()
  const market = markets.find(({ id }) => id === chosenId) ?? markets[0]
  const field = markets.length > 1 && (
    <SelectField
      label={t('operator.market')}
      value={market?.id ?? ''}
      onChange={setChosenId}
      options={markets.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
  return { market, field }
}
