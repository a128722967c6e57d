import { ScrollView, View } from 'react-native'
import { useServerAddress } from '@buy-locals/client/server-address'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { OpenState } from '@buy-locals/features/open-state'
import { describeBusiness, firstCategory } from '@buy-locals/features/place/about'
import { categoryDrawings } from '@buy-locals/features/place/category-drawing'
import { RatingLine } from '@buy-locals/features/rating-line'
import { Badge } from '@buy-locals/ui/badge'
import { Drawing } from '@buy-locals/ui/drawing'
import { Photo } from '@buy-locals/ui/photo'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { radius, space } from '@buy-locals/ui/theme'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/mobile-i18n'
import type { ShownBusiness } from './shown-business'

/** The shop window: its pictures, its name, whether it is open. */
export function Cover({ business, now }: { business: ShownBusiness; now: string }) {
  const i18n = useI18n()
  const { address, source, description, rating, open, timeZone } = business
  return (
    <Stack gap="md">
      <Photos business={business} />
      <Title level={1}>{business.name}</Title>
      <Text tone="quiet">{describeBusiness(i18n, business, address.city)}</Text>
      <Row wrap gap="lg">
        <RatingLine rating={rating} />
        <OpenState open={open} timeZone={timeZone} now={now} />
        {source?.kind === 'demonstration' && (
          <Badge tone="info" icon="tag" label={translatorForFeatures(i18n)('place.demonstration')} />
        )}
      </Row>
      {description && <Text>{description}</Text>}
    </Stack>
  )
}

/** The first is as wide as the screen; the others are swiped to. */
function Photos({ business }: { business: ShownBusiness }) {
  const t = useT()
  const addressOf = useServerAddress()
  const { photos, name, id } = business
  if (photos.length === 0) {
    return (
      <View style={pictureStyle}>
        <Drawing kind={categoryDrawings[firstCategory(business)]} seed={id} />
      </View>
    )
  }
  return (
    <ScrollView horizontal showsHorizontalScrollIndicator={false} contentContainerStyle={photosStyle}>
      {photos.map((photo, at) => (
        <View key={photo.id} style={photoStyle}>
          <Photo
            ratio={4 / 3}
            src={addressOf(photo.url)}
            alt={photo.alt || t('place.photoNumber', { number: at + 1, name })}
            fallback={null}
          />
        </View>
      ))}
    </ScrollView>
  )
}

const pictureStyle = { aspectRatio: 16 / 9, borderRadius: radius.card, overflow: 'hidden' } as const
const photosStyle = { gap: space.sm } as const
const photoStyle = { width: 300, borderRadius: radius.card, overflow: 'hidden' } as const
