import type { ReactNode } from 'react'

export type OverlayProps = {
  open: boolean
  title: string
  children: ReactNode
  /** Stands below and stays in sight: the buttons. */
  actions?: ReactNode
  onClose: () => void
}
