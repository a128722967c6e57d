import { Image, View } from 'react-native'
import type { PhotoProps } from './props'

export function Photo({ source, alt, ratio = 4 / 3, instead }: PhotoProps) {
  if (!source) return <View style={{ aspectRatio: ratio, overflow: 'hidden' }}>{instead}</View>
  return <Image source={{ uri: source }} alt={alt} resizeMode="cover" style={{ width: '100%', aspectRatio: ratio }} />
}
