import type { Colors } from '../theme/theme'
import type { iconShapes } from './shapes'

export type IconName = keyof typeof iconShapes

/** An icon either has a name for screen readers, or is decorative beside a text that means the same. */
export type IconProps = ({ label: string; decorative?: never } | { decorative: true; label?: never }) & {
  name: IconName
  size?: number
  color?: keyof Colors
  filled?: boolean
}

export type SpinnerProps = { size?: number; color?: keyof Colors }
