import { Rating } from '@buy-locals/ui/rating'
import { Text } from '@buy-locals/ui/text'
import { translatorForFeatures, useI18n } from './i18n'

/** The plain mean and how many it is made of; no stars where nobody has reviewed. */
export function RatingLine({ rating }: { rating: { mean: number; count: number } }) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  if (rating.count === 0) {
    return (
      <Text size="small" tone="quiet">
        {t('place.unrated')}
      </Text>
    )
  }
  const mean = new Intl.NumberFormat(i18n.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    rating.mean,
  )
  const count = t('place.ratingCount', { count: new Intl.NumberFormat(i18n.locale).format(rating.count) })
  return <Rating value={mean} count={count} label={t('place.rated', { mean, count: rating.count })} />
}
