import type { ReactNode } from 'react'

export type Column<Row> = {
  id: string
  label: string
  /** Amounts and counts are at the end of the cell, with digits of one width. */
  numeric?: boolean
  cell: (row: Row) => ReactNode
}

export type TableProps<Row> = {
  /** The name of the table for screen readers. */
  label: string
  columns: readonly [Column<Row>, ...Column<Row>[]]
  rows: readonly Row[]
  rowId: (row: Row) => string
}
