import type { ReactNode } from 'react'
import type { StyleProp, ViewStyle } from 'react-native'

type Doing =
  | { onPress: () => void; href?: never }
  | { href: string; onPress?: never }
  | { submit: true; onPress?: never; href?: never }

export type PressProps = Doing & {
  children: ReactNode
  /** What a reader says instead of the children. */
  label?: string | undefined
  disabled?: boolean | undefined
  busy?: boolean | undefined
  /** A switch that is on or off, like a filter. */
  pressed?: boolean | undefined
  expanded?: boolean | undefined
  /** The page or step one is on. */
  current?: boolean | undefined
  style?: StyleProp<ViewStyle>
}
