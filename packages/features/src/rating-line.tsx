import { Rating } from '@buy-locals/ui/rating'
import { Text } from '@buy-locals/ui/text'
import { says } from './speech/speech'
import { useSpeech } from './speech-provider'

/** The plain mean and how many it is made of; no stars where nobody has reviewed. */
export function RatingLine({ rating }: { rating: { mean: number; count: number } }) {
  const speech = useSpeech()
  const say = says(speech)
  if (rating.count === 0) {
    return (
      <Text size="small" tone="quiet">
        {say('place.unrated')}
      </Text>
    )
  }
  const mean = new Intl.NumberFormat(speech.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    rating.mean,
  )
  const count = say('place.ratingCount', { count: new Intl.NumberFormat(speech.locale).format(rating.count) })
  return <Rating value={mean} count={count} label={say('place.rated', { mean, count: rating.count })} />
}
