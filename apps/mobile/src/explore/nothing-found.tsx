import { useI18n } from '@buy-locals/features/i18n'
import { describeEmpty, waysToLoosen } from '@buy-locals/features/place/describe-search'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { Button, Buttons } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'

type NothingFoundProps = { filters: SearchFilters; place: string; onFilter: (filters: SearchFilters) => void }

/** What was searched, and a button for each part of it that can be let go. */
export function NothingFound({ filters, place, onFilter }: NothingFoundProps) {
  const i18n = useI18n()
  return (
    <EmptyState
      icon="map-pin"
      {...describeEmpty(i18n, filters, place)}
      action={
        <Buttons centered>
          {waysToLoosen(i18n, filters).map(({ label, changes }) => (
            <Button key={label} tone="secondary" label={label} onPress={() => onFilter({ ...filters, ...changes })} />
          ))}
        </Buttons>
      }
    />
  )
}
