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

/** Screen readers skip an image without a name. */
export const imageName = (label: string | undefined) =>
  label === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': label } as const)

/** For `<svg>` and for the Svg of react-native-svg. */
export const svgProps = ({ size = 20, filled, label }: IconProps, stroke: string) =>
  ({
    width: size,
    height: size,
    viewBox: '0 0 24 24',
    fill: filled ? stroke : 'none',
    stroke,
    strokeWidth: 1.75,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    ...imageName(label),
  }) as const
