import { memo } from 'react'
import { View } from 'react-native'
import { useServerAddress } from '@buy-locals/client/server-address'
import { useI18n, translatorForFeatures } from '@buy-locals/features/i18n'
import { OpenState } from '@buy-locals/features/open-state'
import { describeBusiness, firstCategory } from '@buy-locals/features/place/about'
import { categoryDrawings } from '@buy-locals/features/place/category-drawing'
import type { Listing } from '@buy-locals/features/place/listings'
import { describeNextTimes } from '@buy-locals/features/place/next-times'
import { RatingLine } from '@buy-locals/features/rating-line'
import { Drawing } from '@buy-locals/ui/drawing'
import { Photo } from '@buy-locals/ui/photo'
import { Press } from '@buy-locals/ui/press'
import { Text } from '@buy-locals/ui/text'
import { radius, space } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'
import { Title } from '@buy-locals/ui/title'
import { NextTimes } from './next-times'
import { NumberBadge } from './number-badge'
import { pointing } from './pointing'

type PlaceCardProps = {
  listing: Listing
  /** In the list, and on its pin. */
  number: number
  chosen: boolean
  timeZone: string
  now: string
  onPoint: ((id: string | undefined) => void) | undefined
}

const useStyles = themed((c) => ({
  card: {
    borderRadius: radius.card,
    borderWidth: 1,
    borderColor: c.line,
    backgroundColor: c.surface,
    overflow: 'hidden',
  },
  chosen: { borderColor: c.brand },
  whole: { flexDirection: 'column', alignItems: 'stretch' },
  picture: { width: '100%' },
  text: { padding: space.lg, gap: space.sm },
}))

/** One business of the list: the card leads to its screen, each of its next times to its booking. */
export const PlaceCard = memo(function PlaceCard(props: PlaceCardProps) {
  const { listing, number, chosen, timeZone, now, onPoint } = props
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const styles = useStyles()
  const addressOf = useServerAddress()
  const { photo, source } = listing
  const next = describeNextTimes(i18n, listing, timeZone, now)
  return (
    <View style={[styles.card, chosen && styles.chosen]} {...pointing(listing.id, onPoint)}>
      <Press href={`/b/${listing.slug}`} style={styles.whole}>
        <View aria-hidden style={styles.picture}>
          <Photo
            ratio={16 / 9}
            src={photo && addressOf(photo.sizes.at(-1)?.jpeg ?? photo.url)}
            alt=""
            fallback={<Drawing kind={categoryDrawings[firstCategory(listing)]} seed={listing.id} />}
          />
          <NumberBadge number={number} on={chosen} />
        </View>
        <View style={styles.text}>
          <Title level={2} size="lead">
            {listing.name}
          </Title>
          <Text size="small" tone="quiet">
            {describeBusiness(i18n, listing)}
          </Text>
          <RatingLine rating={listing.rating} />
          <OpenState open={listing.open} timeZone={timeZone} now={now} />
          {source && (
            <Text size="fine" tone="quiet">
              {t(source === 'demonstration' ? 'place.demonstration' : 'place.openData')}
            </Text>
          )}
        </View>
      </Press>
      {next && <NextTimes next={next} />}
    </View>
  )
})
