import type { ReactNode } from 'react'
import { View } from 'react-native'
import { useAnnounced } from './use-announced'

/** A region whose changes are read. A browser knows it by its role, a phone by `aria-live`. */
export const live = {
  status: { role: 'status', 'aria-live': 'polite' },
  alert: { role: 'alert', 'aria-live': 'assertive' },
} as const

type StatusProps = {
  /** What is read where there are no live regions. */
  text?: string | undefined
  children: ReactNode
}

export function Status({ text, children }: StatusProps) {
  useAnnounced(text)
  return <View {...live.status}>{children}</View>
}
