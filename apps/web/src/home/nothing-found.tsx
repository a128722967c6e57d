import { formatDistance } from '@buy-locals/features/place/distance'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button, Buttons } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { useT } from '../messages/site-i18n'
import type { Found } from './load-home'
import { searchPath, isNarrowed, type Search } from './search'

const maxRadius = 100_000

/** What was searched, and a link for each part of it that can be let go. */
export function NothingFound({ search, place }: { search: Found['search']; place: string }) {
  const t = useT()
  const i18n = useI18n()
  const radius = Math.min(maxRadius, (search.radius ?? 15_000) * 3)
  const { q, category } = search
  const without = (changes: Partial<Search>) => searchPath({ ...search, pages: undefined, ...changes })
  const kind = category && translatorForFeatures(i18n)(`category.${category}`)
  const ways = [
    search.open && { label: t('find.withoutOpen'), href: without({ open: false }) },
    search.part && { label: t('find.withoutPart'), href: without({ part: undefined }) },
    search.on && { label: t('find.withoutDate'), href: without({ on: undefined, part: undefined }) },
    search.rated && { label: t('find.withoutRating'), href: without({ rated: false }) },
    category && { label: t('find.withoutCategory'), href: without({ category: undefined }) },
    q && { label: t('find.withoutQuery', { q }), href: without({ q: undefined, exact: undefined }) },
    radius > (search.radius ?? 0) && {
      label: t('home.widen', { distance: formatDistance(i18n, radius) }),
      href: without({ radius }),
    },
  ].filter((way) => typeof way === 'object')
  return (
    <EmptyState
      icon="map-pin"
      title={
        q
          ? t('find.emptyQuery', { q, place })
          : kind
            ? t('find.emptyKind', { kind, place })
            : t('find.emptyPlace', { place })
      }
      text={isNarrowed(search) ? t('find.loosen') : t('home.emptyArea', { place })}
      action={
        <Buttons>
          {ways.map(({ label, href }) => (
            <Button key={label} tone="secondary" label={label} href={href} />
          ))}
        </Buttons>
      }
    />
  )
}
