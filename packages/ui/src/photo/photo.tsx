import { Image, View } from 'react-native'
import type { PhotoProps } from './props'

export function Photo({ src, alt, ratio = 4 / 3, fallback }: PhotoProps) {
  if (!src) return <View style={{ aspectRatio: ratio, overflow: 'hidden' }}>{fallback}</View>
  const image = { source: { uri: src }, resizeMode: 'cover', style: { width: '100%', aspectRatio: ratio } } as const
  // With an empty text for it the image would be read, and have no name.
  return alt ? <Image {...image} alt={alt} /> : <Image {...image} aria-hidden />
}
