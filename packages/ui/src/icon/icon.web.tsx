import { useColors } from '../theme/themed'
import type { IconProps } from './props'
import { iconShapes } from './shapes'

export function Icon({ name, label, size = 20, color, filled = false }: IconProps) {
  const colors = useColors()
  const stroke = color ? colors[color] : 'currentColor'
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={filled ? stroke : 'none'}
      stroke={stroke}
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flexShrink: 0, display: 'block' }}
      {...(label === undefined ? { 'aria-hidden': true } : { 'aria-label': label, role: 'img' })}
    >
      <path d={iconShapes[name]} />
    </svg>
  )
}
