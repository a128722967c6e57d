import type { ReactNode } from 'react'

export type Description = {
  label: string
  value: ReactNode
  /** The sum, below a line. */
  total?: boolean
}

/** Labels and their values, line by line: a receipt, a booking. */
export type DescriptionListProps = { items: readonly Description[] }
