import { formatDistance } from '@buy-locals/features/place/distance'
import { useI18n } from '@buy-locals/features/i18n'
import { Button, Buttons } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { useT } from '../messages/site-i18n'
import { searchPath, isNarrowed, type Search } from './search'

const maxRadius = 100_000

export function NothingFound({ search, place }: { search: Search; place: string }) {
  const t = useT()
  const i18n = useI18n()
  const radius = Math.min(maxRadius, (search.radius ?? 15_000) * 3)
  const wider = radius > (search.radius ?? 0)
  const { near, place: named } = search
  return (
    <EmptyState
      icon="map-pin"
      title={t('home.emptyTitle')}
      text={t(isNarrowed(search) ? 'home.emptyFilters' : 'home.emptyArea', { place })}
      action={
        <Buttons>
          {isNarrowed(search) && (
            <Button tone="secondary" label={t('home.dropFilters')} href={searchPath({ near, place: named })} />
          )}
          {wider && (
            <Button
              tone="secondary"
              label={t('home.widen', { distance: formatDistance(i18n, radius) })}
              href={searchPath({ ...search, pages: undefined, radius })}
            />
          )}
        </Buttons>
      }
    />
  )
}
