import type { ReactNode } from 'react'

export type PanelProps = {
  open: boolean
  title: string
  children: ReactNode
  /** The buttons: they stay in sight below the content. */
  actions?: ReactNode
  /** Asked before it closes: false where something typed would be lost, and it stays open. */
  canClose?: () => boolean
  onClose: () => void
}

export type OverlayProps = PanelProps & { kind: 'dialog' | 'sheet' }
