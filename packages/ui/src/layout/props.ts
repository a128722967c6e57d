import type { ReactNode } from 'react'

export type PageProps = {
  children: ReactNode
  /** Keeps the lines of a long text short. */
  reading?: boolean
  wide?: boolean
}
export type TopBarProps = { name: string; brand: ReactNode; children?: ReactNode; actions?: ReactNode; wide?: boolean }
export type ColumnsProps = { children: ReactNode; aside: ReactNode }
export type MapPageProps = { children: ReactNode; map: ReactNode; mapLabel: string }
export type ShellProps = { sidebar: ReactNode; sidebarLabel: string; children: ReactNode }
export type GridProps = { label: string; children: ReactNode }
