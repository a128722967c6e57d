import type { Category } from '@buy-locals/contracts/business/shapes'
import { translatorForFeatures, type I18n } from '../i18n'
import { formatDistance } from './distance'

type Described = {
  categories: readonly Category[]
  priceLevel?: number | undefined
  distanceMetres?: number | undefined
}

/** What its picture shows where it has no photo. */
export const firstCategory = ({ categories: [first = 'shop'] }: Pick<Described, 'categories'>): Category => first

/** "Hair · 0.4 mi · $$", or with its city where the list is not of one. */
export function describeBusiness(i18n: I18n, business: Described, city?: string): string {
  const t = translatorForFeatures(i18n)
  const { distanceMetres, priceLevel = 0 } = business
  const distance = distanceMetres === undefined ? undefined : formatDistance(i18n, distanceMetres)
  const all = [t(`category.${firstCategory(business)}`), city, distance, '$'.repeat(priceLevel)]
  return all.filter(Boolean).join(' · ')
}
