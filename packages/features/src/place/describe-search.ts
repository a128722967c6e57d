import { translatorForFeatures, type I18n } from '../i18n'
import { formatDistance } from './distance'
import { maxRadius, usualRadius, type SearchFilters } from './search-query'

/** "Hair in Boise": what the list is of. */
export function describeSearch(i18n: I18n, { q, category }: SearchFilters, place: string): string {
  const t = translatorForFeatures(i18n)
  if (q) return t('find.titleQuery', { q, place })
  return category ? t('find.titleKind', { kind: t(`category.${category}`), place }) : t('find.title', { place })
}

/** That nothing was found, and whether there is more to do about it than to search elsewhere. */
export function describeEmpty(i18n: I18n, search: SearchFilters, place: string): { title: string; text: string } {
  const t = translatorForFeatures(i18n)
  const { q, category, on, open, rated } = search
  const kind = category && t(`category.${category}`)
  const isNarrowed = Boolean(q ?? category ?? on) || open || rated
  return {
    title: q
      ? t('find.emptyQuery', { q, place })
      : kind
        ? t('find.emptyKind', { kind, place })
        : t('find.emptyPlace', { place }),
    text: isNarrowed ? t('find.loosen') : t('find.emptyArea', { place }),
  }
}

type Way = { label: string; changes: SearchFilters }

/** Each part of a search that can be let go, where it finds nothing. */
export function waysToLoosen(i18n: I18n, search: SearchFilters): Way[] {
  const t = translatorForFeatures(i18n)
  const { q, radius = usualRadius } = search
  const wider = Math.min(maxRadius, radius * 3)
  const ways: (Way | false)[] = [
    Boolean(search.open) && { label: t('find.withoutOpen'), changes: { open: false } },
    Boolean(search.part) && { label: t('find.withoutPart'), changes: { part: undefined } },
    Boolean(search.on) && { label: t('find.withoutDate'), changes: { on: undefined, part: undefined } },
    Boolean(search.rated) && { label: t('find.withoutRating'), changes: { rated: false } },
    Boolean(search.category) && { label: t('find.withoutCategory'), changes: { category: undefined } },
    Boolean(q) && { label: t('find.withoutQuery', { q: q ?? '' }), changes: { q: undefined, exact: undefined } },
    wider > radius && {
      label: t('find.widen', { distance: formatDistance(i18n, wider) }),
      changes: { radius: wider },
    },
  ]
  return ways.filter((way) => way !== false)
}
