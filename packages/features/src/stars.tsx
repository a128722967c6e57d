import { View } from 'react-native'
import { Icon } from '@buy-locals/ui/icon'
import { translatorForFeatures, useI18n } from './i18n'

const row = { flexDirection: 'row', gap: 2 } as const

/** What one visitor gave: so many of five. */
export function Stars({ count }: { count: number }) {
  const t = translatorForFeatures(useI18n())
  return (
    <View accessible role="img" aria-label={t('place.stars', { stars: count })} style={row}>
      {[1, 2, 3, 4, 5].map((star) => (
        <Icon
          key={star}
          decorative
          name="star"
          size={16}
          color={star <= count ? 'star' : 'edge'}
          filled={star <= count}
        />
      ))}
    </View>
  )
}
