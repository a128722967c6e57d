import { ActivityIndicator } from 'react-native'
import { useColors } from '../theme/themed'
import type { SpinnerProps } from './props'

/** Decorative: the text beside it says what is going on. */
export function Spinner({ size = 20, color = 'brand' }: SpinnerProps) {
  return <ActivityIndicator size={size} color={useColors()[color]} aria-hidden />
}
