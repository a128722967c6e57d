import { useWindowDimensions, View } from 'react-native'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import type { Listing } from '@buy-locals/features/place/listings'
import { space } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'
import type { PlacesMapProps } from '../map/map-props'
import { PlacesMap } from '../map/places-map'
import { MapCard } from './map-card'
import { MapCards } from './map-cards'

type PlaceMapProps = Omit<PlacesMapProps, 'items' | 'onChoose'> & {
  items: readonly Listing[]
  timeZone: string
  now: string
  /** The list is not beside it: all cards stand in a row below. */
  alone: boolean
  onChoose: (id: string | undefined) => void
}

const useStyles = themed((c) => ({
  map: { flex: 1, backgroundColor: c.sunken },
  cards: { position: 'absolute', left: 0, right: 0, bottom: space.vast + space.md },
  card: { position: 'absolute', left: space.lg, bottom: space.xl },
}))

export function PlaceMap({ items, timeZone, now, alone, ...map }: PlaceMapProps) {
  const t = translatorForFeatures(useI18n())
  const styles = useStyles()
  const { width } = useWindowDimensions()
  const { chosenId, onChoose } = map
  const at = items.findIndex(({ id }) => id === chosenId)
  const chosen = items[at]
  const cardWidth = Math.min(320, width - 2 * space.xl)
  return (
    <View role="region" aria-label={t('find.mapLabel')} style={styles.map}>
      <PlacesMap items={items} {...map} />
      {alone && items.length > 0 && (
        <View style={styles.cards}>
          <MapCards {...{ items, timeZone, now, chosenId, onChoose }} width={cardWidth} />
        </View>
      )}
      {!alone && chosen && (
        <View style={styles.card}>
          <MapCard listing={chosen} number={at + 1} chosen timeZone={timeZone} now={now} width={cardWidth} />
        </View>
      )}
    </View>
  )
}
