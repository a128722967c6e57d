import { translatorForFeatures, type I18n } from '@buy-locals/features/i18n'
import { translatorForSite } from '../messages/site-i18n'
import type { Found } from './load'

/** "Hair in Boise": what the list is of. */
export function titleOf(i18n: I18n, { search, place }: Pick<Found, 'search' | 'place'>): string {
  const t = translatorForSite(i18n)
  const here = place ?? t('home.here')
  if (search.q) return t('home.titleQuery', { q: search.q, place: here })
  if (search.category) {
    return t('home.titleKind', { kind: translatorForFeatures(i18n)(`category.${search.category}`), place: here })
  }
  return t('home.title', { place: here })
}
