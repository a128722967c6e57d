import { describeEmpty, waysToLoosen } from '@buy-locals/features/place/describe-search'
import { useI18n } from '@buy-locals/features/i18n'
import { Button, Buttons } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import type { Found } from './load-home'
import { searchPath } from './search'

/** What was searched, and a link for each part of it that can be let go. */
export function NothingFound({ search, place }: { search: Found['search']; place: string }) {
  const i18n = useI18n()
  return (
    <EmptyState
      icon="map-pin"
      {...describeEmpty(i18n, search, place)}
      action={
        <Buttons centered>
          {waysToLoosen(i18n, search).map(({ label, changes }) => (
            <Button
              key={label}
              tone="secondary"
              label={label}
              href={searchPath({ ...search, pages: undefined, ...changes })}
            />
          ))}
        </Buttons>
      }
    />
  )
}
