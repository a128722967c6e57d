import type { searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { categoryDrawings } from '@buy-locals/features/place/category-drawing'
import { formatDistance } from '@buy-locals/features/place/distance'
import { OpenState } from '@buy-locals/features/open-state'
import { RatingLine } from '@buy-locals/features/rating-line'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Drawing } from '@buy-locals/ui/drawing'
import { Photo } from '@buy-locals/ui/photo'
import { Text } from '@buy-locals/ui/text'
import { TitleLink } from '@buy-locals/ui/text-link'
import styles from './business-card.module.css'

export type Listing = Output<typeof searchBusinesses>['items'][number]

type PlaceCardProps = {
  place: Listing
  timeZone: string
  now: string
  first: boolean
  onPoint: (id: string | undefined) => void
}

/** One place among others. The whole card leads to its page; pointing at it shows it on the map. */
export function PlaceCard({ place, timeZone, now, first, onPoint }: PlaceCardProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const [kind = 'shop'] = place.categories
  const about = [
    t(`category.${kind}`),
    place.distanceMetres !== undefined && formatDistance(i18n, place.distanceMetres),
    place.priceLevel && '$'.repeat(place.priceLevel),
  ].filter(Boolean)
  const source = place.source && t(place.source === 'demonstration' ? 'place.demonstration' : 'place.openData')
  return (
    <li
      className={styles.card}
      data-card=""
      onMouseEnter={() => onPoint(place.id)}
      onMouseLeave={() => onPoint(undefined)}
    >
      <div className={styles.picture}>
        <Photo
          src={place.photo?.url}
          alt={place.photo?.alt ?? ''}
          priority={first}
          fallback={<Drawing kind={categoryDrawings[kind]} seed={place.id} />}
        />
      </div>
      <div className={styles.text}>
        <TitleLink level={2} size="lead" label={place.name} href={`/b/${place.slug}`} stretched />
        <Text size="small" tone="quiet">
          {about.join(' · ')}
        </Text>
        <RatingLine rating={place.rating} />
        <OpenState open={place.open} timeZone={timeZone} now={now} />
        {source && (
          <Text size="fine" tone="quiet">
            {source}
          </Text>
        )}
      </div>
    </li>
  )
}
