import { Image, View } from 'react-native'
import type { PhotoProps } from './props'

export function Photo({ src, alt, ratio = 4 / 3, fallback }: PhotoProps) {
  if (!src) return <View style={{ aspectRatio: ratio, overflow: 'hidden' }}>{fallback}</View>
  return <Image source={{ uri: src }} alt={alt} resizeMode="cover" style={{ width: '100%', aspectRatio: ratio }} />
}
