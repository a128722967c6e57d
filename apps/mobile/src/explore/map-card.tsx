import { View } from 'react-native'
import { useI18n } from '@buy-locals/features/i18n'
import { OpenState } from '@buy-locals/features/open-state'
import { describeBusiness } from '@buy-locals/features/place/about'
import type { Listing } from '@buy-locals/features/place/listings'
import { RatingLine } from '@buy-locals/features/rating-line'
import { Press } from '@buy-locals/ui/press'
import { Text } from '@buy-locals/ui/text'
import { radius, space } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'
import { NumberBadge } from './number-badge'

export type MapCardProps = {
  listing: Listing
  number: number
  chosen: boolean
  timeZone: string
  now: string
  width: number
}

const useStyles = themed((c) => ({
  card: {
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: space.xs,
    padding: space.lg,
    paddingLeft: space.huge + space.xs,
    borderWidth: 2,
    borderColor: c.surface,
    borderRadius: radius.card,
    backgroundColor: c.surface,
    boxShadow: `0 2px 12px ${c.shadow}`,
  },
  chosen: { borderColor: c.brand },
}))

/** A business on the map, without its picture. */
export function MapCard({ listing, number, chosen, timeZone, now, width }: MapCardProps) {
  const i18n = useI18n()
  const styles = useStyles()
  return (
    <View style={{ width }}>
      <Press href={`/b/${listing.slug}`} style={[styles.card, chosen && styles.chosen]}>
        <NumberBadge number={number} on={chosen} />
        <Text weight="strong" lines={2}>
          {listing.name}
        </Text>
        <Text size="small" tone="quiet" lines={2}>
          {describeBusiness(i18n, listing)}
        </Text>
        <RatingLine rating={listing.rating} />
        <OpenState open={listing.open} timeZone={timeZone} now={now} />
      </Press>
    </View>
  )
}
