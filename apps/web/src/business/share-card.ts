import { createHash } from 'node:crypto'
import type { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { translatorForFeatures } from '@buy-locals/features/i18n'
import { categoryDrawings } from '@buy-locals/features/place/category-drawing'
import { formatMean } from '@buy-locals/features/rating-line'
import { drawingMarkup } from '@buy-locals/ui/drawing-markup'
import type { Locale } from '@buy-locals/values/locale'
import { numberFormat } from '@buy-locals/values/number-format'
import { siteI18n } from '../messages/site-i18n'
import type { ShareCard } from '../server/share-cards'

type Shared = Pick<Output<typeof readBusiness>, 'id' | 'name' | 'categories' | 'address' | 'rating' | 'photos'>

export function toShareCard({ id, name, categories, address, rating, photos }: Shared, locale: Locale): ShareCard {
  const i18n = siteI18n(locale)
  const t = translatorForFeatures(i18n)
  const [kind = 'shop'] = categories
  const [cover] = photos
  const count = t('place.ratingCount', { count: numberFormat()(locale).format(rating.count) })
  return {
    ...{ name, about: `${t(`category.${kind}`)} · ${address.city}`, site: 'Buy Locals' },
    rating: rating.count > 0 ? `${formatMean(i18n, rating.mean)} ${count}` : undefined,
    photo: cover && (cover.sizes.find(({ width }) => width >= 1_000) ?? cover.sizes.at(-1))?.jpeg,
    drawing: drawingMarkup({ kind: categoryDrawings[kind], seed: id }),
  }
}

/** Changes with whatever is seen on it; a picture drawn in another way needs another version. */
export function shareCardPath(card: ShareCard, id: Shared['id'], locale: Locale): string {
  const version = 1
  const hash = createHash('sha256')
    .update(JSON.stringify([version, card]))
    .digest('hex')
  return `/share/${locale}/${id}/${hash.slice(0, 20)}.png`
}
