import type { ReactNode } from 'react'
import type { StyleProp, ViewStyle } from 'react-native'

/** What a press does: it calls a function, which may open a dialog, or follows a link. */
export type PressAction =
  { onPress: () => void; opensDialog?: boolean; href?: never } | { href: string; opensDialog?: never; onPress?: never }

/** A button can also submit the form that it stands in. */
export type ButtonAction = PressAction | { submit: true; opensDialog?: never; onPress?: never; href?: never }

export type PressProps = ButtonAction & {
  children: ReactNode
  /** Read by a screen reader instead of the children. */
  label?: string | undefined
  disabled?: boolean | undefined
  busy?: boolean | undefined
  /** A switch that is on or off, like a filter. */
  pressed?: boolean | undefined
  expanded?: boolean | undefined
  /** The page or step that is shown. */
  current?: boolean | undefined
  style?: StyleProp<ViewStyle>
}
