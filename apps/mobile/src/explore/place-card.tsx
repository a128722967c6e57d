import { memo } from 'react'
import { View } from 'react-native'
import { useServerAddress } from '@buy-locals/client/server-address'
import type { searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { useI18n, translatorForFeatures } from '@buy-locals/features/i18n'
import { OpenState } from '@buy-locals/features/open-state'
import { describeBusiness, firstCategory } from '@buy-locals/features/place/about'
import { categoryDrawings } from '@buy-locals/features/place/category-drawing'
import { RatingLine } from '@buy-locals/features/rating-line'
import { Card } from '@buy-locals/ui/card'
import { Drawing } from '@buy-locals/ui/drawing'
import { Photo } from '@buy-locals/ui/photo'
import { Press } from '@buy-locals/ui/press'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'

type Listing = Output<typeof searchBusinesses>['items'][number]
type PlaceCardProps = { listing: Listing; timeZone: string; now: string }

/** One business of the list: the whole card leads to its screen. */
export const PlaceCard = memo(function PlaceCard({ listing, timeZone, now }: PlaceCardProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const addressOf = useServerAddress()
  const { photo, source } = listing
  const described = describeBusiness(i18n, listing)
  return (
    <Press href={`/b/${listing.slug}`} style={whole}>
      <Card
        picture={
          <View aria-hidden style={pictureStyle}>
            <Photo
              ratio={16 / 9}
              src={photo && addressOf(photo.sizes.at(-1)?.jpeg ?? photo.url)}
              alt=""
              fallback={<Drawing kind={categoryDrawings[firstCategory(listing)]} seed={listing.id} />}
            />
          </View>
        }
      >
        <Title level={2} size="lead">
          {listing.name}
        </Title>
        <Text size="small" tone="quiet">
          {described}
        </Text>
        <RatingLine rating={listing.rating} />
        <OpenState open={listing.open} timeZone={timeZone} now={now} />
        {source && (
          <Text size="fine" tone="quiet">
            {t(source === 'demonstration' ? 'place.demonstration' : 'place.openData')}
          </Text>
        )}
      </Card>
    </Press>
  )
})

const whole = { flexDirection: 'column', alignItems: 'stretch' } as const
const pictureStyle = { width: '100%' } as const
