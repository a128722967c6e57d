import type { ReactNode } from 'react'

export type Description = {
  label: string
  value: ReactNode
  /** The sum below the line. */
  total?: boolean
}

/** What something is, line by line: a receipt, a booking. */
export type DescriptionListProps = { items: readonly Description[] }
