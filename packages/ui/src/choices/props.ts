import type { ReactNode } from 'react'
import type { StyleProp, ViewStyle } from 'react-native'

export type ChoicesProps = {
  label: string
  selected: string | undefined
  /** Where the focus enters while nothing is chosen. */
  initialFocus: string | undefined
  /** One line that scrolls sideways. */
  horizontal?: boolean
  style?: StyleProp<ViewStyle>
  children: ReactNode
}

export type ChoiceProps = {
  id: string
  /** All that a screen reader reads, the state included. */
  label: string
  chosen: boolean
  /** Cannot be chosen, but can be reached, so that a screen reader tells why. */
  unavailable?: boolean | undefined
  style?: StyleProp<ViewStyle>
  onChoose: (id: string) => void
  children: ReactNode
}
