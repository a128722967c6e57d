import type { Colors } from '../theme/theme'
import type { iconShapes } from './shapes'

export type IconName = keyof typeof iconShapes

/** Either the picture has a name for readers, or it stands beside words that say the same. */
export type IconProps = ({ label: string; beside?: never } | { beside: 'text'; label?: never }) & {
  name: IconName
  size?: number
  color?: keyof Colors
  filled?: boolean
}
