import { ActivityIndicator } from 'react-native'
import { useColors } from '../theme/themed'
import type { SpinnerProps } from './props'

/** Only the turning ring; the text that says what is going on stands beside it. */
export function Spinner({ size = 20, color = 'brand' }: SpinnerProps) {
  return <ActivityIndicator size={size} color={useColors()[color]} aria-hidden />
}
