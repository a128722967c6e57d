import Svg, { Path } from 'react-native-svg'
import { useColors } from '../theme/themed'
import type { IconProps } from './props'
import { iconShapes } from './shapes'

export function Icon({ name, label, size = 20, color = 'ink', filled = false }: IconProps) {
  const stroke = useColors()[color]
  return (
    <Svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={filled ? stroke : 'none'}
      stroke={stroke}
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label === undefined ? { 'aria-hidden': true } : { 'aria-label': label, role: 'img' })}
    >
      <Path d={iconShapes[name]} />
    </Svg>
  )
}
