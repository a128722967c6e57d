import { useState } from 'react'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { searchBusinesses } from '@buy-locals/contracts/business/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { searchQuery, type SearchFilters } from '@buy-locals/features/place/search-query'
import { Button, Buttons } from '@buy-locals/ui/button'
import { FilterChip } from '@buy-locals/ui/chip'
import { Sheet } from '@buy-locals/ui/overlay'
import { useT } from '../messages/mobile-i18n'
import { FilterChoices } from './filter-choices'
import type { FiltersProps } from './filters-props'

const countFilters = ({ open, on, part, rated, sort }: SearchFilters) =>
  [open, on, part, rated, sort].filter(Boolean).length

const noFilters = { open: undefined, on: undefined, part: undefined, rated: undefined, sort: undefined }

/** Nobody counts further. */
const mostCounted = 50

/** Every filter, on a sheet that says how many businesses there would be. */
export function AllFilters({ filters, market, now, onFilter }: FiltersProps) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const [draft, setDraft] = useState<SearchFilters>()
  const isOpen = draft !== undefined
  const chosen = draft ?? filters
  const query = { ...searchQuery(chosen, market), limit: mostCounted }
  const { data } = useOperationQuery(searchBusinesses, { query }, { when: isOpen })
  const on = countFilters(filters)
  function show() {
    setDraft(undefined)
    onFilter(chosen)
  }
  return (
    <>
      <FilterChip
        label={on ? t('explore.filtersOn', { count: on }) : t('explore.allFilters')}
        icon="sliders-horizontal"
        selected={on > 0}
        opensDialog
        onPress={() => setDraft(filters)}
      />
      <Sheet
        open={isOpen}
        title={tFeatures('find.filters')}
        onClose={() => setDraft(undefined)}
        actions={
          <Buttons>
            <Button label={useCountText(data)} onPress={show} />
            <Button
              tone="secondary"
              label={t('explore.clear')}
              onPress={() => setDraft({ ...filters, ...noFilters })}
            />
          </Buttons>
        }
      >
        <FilterChoices filters={chosen} market={market} now={now} onFilter={setDraft} />
      </Sheet>
    </>
  )
}

function useCountText(found: { items: readonly unknown[]; nextCursor?: string | undefined } | undefined): string {
  const t = useT()
  if (!found) return t('explore.counting')
  const count = found.items.length
  if (count === 0) return t('explore.showNone')
  return t(found.nextCursor ? 'explore.showMore' : 'explore.show', { count })
}
