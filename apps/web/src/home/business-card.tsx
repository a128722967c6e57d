import { memo, useEffect, useRef } from 'react'
import { describeBusiness, firstCategory } from '@buy-locals/features/place/about'
import { categoryDrawings } from '@buy-locals/features/place/category-drawing'
import type { Listing } from '@buy-locals/features/place/listings'
import { describeNextTimes } from '@buy-locals/features/place/next-times'
import { photoSources } from '@buy-locals/features/place/photo-sources'
import { OpenState } from '@buy-locals/features/open-state'
import { RatingLine } from '@buy-locals/features/rating-line'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Drawing } from '@buy-locals/ui/drawing'
import { Photo } from '@buy-locals/ui/photo'
import { Text } from '@buy-locals/ui/text'
import { TitleLink } from '@buy-locals/ui/text-link'
import { NextTimes } from './next-times'
import styles from './business-card.module.css'

type BusinessCardProps = {
  business: Listing
  timeZone: string
  now: string
  /** In the list, and on its pin. */
  number: number
  /** Its pin was pressed. */
  chosen: boolean
  first: boolean
  level: 2 | 3
  onPoint: (id: string | undefined) => void
}

/** One business of the list. The whole card leads to its page; pointing at it, or reaching it by keyboard, shows it on the map, and no other card is rendered again for that. */
export const BusinessCard = memo(function BusinessCard(props: BusinessCardProps) {
  const { business, number, chosen, timeZone, now, first, level, onPoint } = props
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const next = describeNextTimes(i18n, business, timeZone, now)
  const source = business.source && t(business.source === 'demonstration' ? 'place.demonstration' : 'place.openData')
  return (
    <li
      ref={card}
      className={styles.card}
      data-card=""
      data-on={chosen ? '' : undefined}
      onMouseEnter={() => onPoint(business.id)}
      onMouseLeave={() => onPoint(undefined)}
      onFocus={() => onPoint(business.id)}
      onBlur={() => onPoint(undefined)}
    >
      <div className={styles.picture}>
        <Photo
          src={business.photo?.url}
          {...(business.photo && photoSources(business.photo))}
          sizes="(min-width: 640px) 400px, 200px"
          alt={business.photo?.alt ?? ''}
          priority={first}
          fallback={<Drawing kind={categoryDrawings[firstCategory(business)]} seed={business.id} />}
        />
        <span className={styles.number} aria-hidden>
          {number}
        </span>
      </div>
      <div className={styles.text}>
        <TitleLink level={level} size="lead" label={business.name} href={`/b/${business.slug}`} stretched />
        <Text size="small" tone="quiet">
          {describeBusiness(i18n, business)}
        </Text>
        <RatingLine rating={business.rating} />
        <OpenState open={business.open} timeZone={timeZone} now={now} />
        {source && (
          <Text size="fine" tone="quiet">
            {source}
          </Text>
        )}
      </div>
      {next && <NextTimes next={next} />}
    </li>
  )
})
