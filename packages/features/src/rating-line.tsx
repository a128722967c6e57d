import { Rating } from '@buy-locals/ui/rating'
import { Text } from '@buy-locals/ui/text'
import { numberFormat } from '@buy-locals/values/number-format'
import { translatorForFeatures, useI18n, type I18n } from './i18n'

const plain = numberFormat()
const oneDecimal = numberFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** "4.8" of 4.75 */
export const formatMean = ({ locale }: I18n, mean: number) => oneDecimal(locale).format(mean)

/** The plain mean and the number of reviews. Without reviews there are no stars. */
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
  const mean = formatMean(i18n, rating.mean)
  const count = t('place.ratingCount', { count: plain(i18n.locale).format(rating.count) })
  return <Rating value={mean} count={count} label={t('place.rated', { mean, count: rating.count })} />
}
