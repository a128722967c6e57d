import type { ReactNode } from 'react'

export type PanelProps = {
  open: boolean
  title: string
  children: ReactNode
  /** Stands below and stays in sight: the buttons. */
  actions?: ReactNode
  onClose: () => void
}

export type OverlayProps = PanelProps & { kind: 'dialog' | 'sheet' }
