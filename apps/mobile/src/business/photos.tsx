import { useState } from 'react'
import { ScrollView, View } from 'react-native'
import { useServerAddress } from '@buy-locals/client/server-address'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { firstCategory } from '@buy-locals/features/place/about'
import { categoryDrawings } from '@buy-locals/features/place/category-drawing'
import { Drawing } from '@buy-locals/ui/drawing'
import { Photo } from '@buy-locals/ui/photo'
import { Press } from '@buy-locals/ui/press'
import { radius, space } from '@buy-locals/ui/theme'
import { useT } from '../messages/mobile-i18n'
import { PhotoViewer } from './photo-viewer'
import type { ShownBusiness } from './shown-business'

/** They are swiped through; a press shows the whole picture, which is cut to one shape here. */
export function Photos({ business }: { business: ShownBusiness }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const addressOf = useServerAddress()
  const [shown, setShown] = useState<number>()
  const { photos, name, id } = business
  if (photos.length === 0) {
    return (
      <View style={pictureStyle}>
        <Drawing kind={categoryDrawings[firstCategory(business)]} seed={id} />
      </View>
    )
  }
  const isAlone = photos.length === 1
  const described = photos.map((photo, at) => ({
    id: photo.id,
    small: addressOf((photo.sizes.find(({ width }) => width >= fewestPixels) ?? photo.sizes.at(-1))?.jpeg ?? photo.url),
    whole: addressOf(photo.url),
    alt: photo.alt || tFeatures('business.photoNumber', { number: at + 1, name }),
  }))
  return (
    <>
      <ScrollView
        horizontal
        role="group"
        aria-label={tFeatures('business.photos')}
        showsHorizontalScrollIndicator={false}
        snapToInterval={photoStyle.width + photosStyle.gap}
        decelerationRate="fast"
        contentContainerStyle={isAlone ? wholeStyle : photosStyle}
      >
        {described.map((photo, at) => (
          <Press
            key={photo.id}
            label={`${photo.alt}. ${t('place.openPhoto', { number: at + 1, count: photos.length })}`}
            style={isAlone ? pictureStyle : photoStyle}
            onPress={() => setShown(at)}
          >
            <Photo ratio={isAlone ? 16 / 9 : 4 / 3} src={photo.small} alt="" fallback={null} />
          </Press>
        ))}
      </ScrollView>
      {shown !== undefined && (
        <PhotoViewer photos={described} at={shown} onMove={setShown} onClose={() => setShown(undefined)} />
      )}
    </>
  )
}

/** Of a screen with three pixels to a point. */
const fewestPixels = 900
const pictureStyle = { width: '100%', aspectRatio: 16 / 9, borderRadius: radius.card, overflow: 'hidden' } as const
const wholeStyle = { width: '100%' } as const
const photosStyle = { gap: space.sm } as const
/** On the narrowest phone the edge of the next one is seen. */
const photoStyle = { width: 264, borderRadius: radius.card, overflow: 'hidden' } as const
