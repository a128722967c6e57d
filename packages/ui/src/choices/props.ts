import type { ReactNode } from 'react'
import type { StyleProp, ViewStyle } from 'react-native'

export type ChoicesProps = {
  label: string
  selected: string | undefined
  /** The first choice that Tab reaches while nothing is chosen. */
  initialFocus: string | undefined
  /** In one line that scrolls sideways. */
  horizontal?: boolean
  style?: StyleProp<ViewStyle>
  children: ReactNode
}

export type ChoiceProps = {
  id: string
  /** All that a screen reader reads, with the state in it. */
  label: string
  chosen: boolean
  /** Cannot be chosen, but can be focused, so that a screen reader reads why. */
  unavailable?: boolean | undefined
  style?: StyleProp<ViewStyle>
  onChoose: (id: string) => void
  children: ReactNode
}
