import { Children, type ReactNode } from 'react'
import { domStyle } from '../theme/dom-style'
import { space } from '../theme/theme'
import { themed } from '../theme/themed'
import type { ColumnsProps, GridProps, MapPageProps, PageProps, ShellProps, TopBarProps } from './props'

const useStyles = themed((c) => ({
  bar: { backgroundColor: c.page, borderBottomWidth: 1, borderStyle: 'solid', borderColor: c.line },
  line: {
    display: 'flex',
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: space.md,
    minHeight: 64,
    paddingVertical: space.sm,
  },
  nav: { display: 'flex', flexDirection: 'row', alignItems: 'center', gap: space.xs, flexGrow: 1 },
  page: { display: 'flex', flexDirection: 'column', gap: space.xl, paddingTop: space.xl, paddingBottom: space.vast },
}))

/** The first stop of the Tab key: it skips the top bar. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a data-skip="" href="#main">
      {label}
    </a>
  )
}

export function TopBar({ name, brand, children, actions, wide }: TopBarProps) {
  const styles = useStyles()
  return (
    <header {...domStyle(styles.bar)}>
      <div data-layout={wide ? 'top wide' : 'top'} {...domStyle(styles.line)}>
        {brand}
        <nav aria-label={name} {...domStyle(styles.nav)}>
          {children}
        </nav>
        {actions}
      </div>
    </header>
  )
}

export function Page({ children, reading, wide }: PageProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      data-layout={reading ? 'text' : wide ? 'page wide' : 'page'}
      {...domStyle(useStyles().page)}
    >
      {children}
    </main>
  )
}

/** From 900 px wide, `aside` stays in sight beside the content: the price, the button. */
export function Columns({ children, aside }: ColumnsProps) {
  return (
    <div data-layout="columns">
      <div style={{ minWidth: 0 }}>{children}</div>
      <div data-layout="aside">{aside}</div>
    </div>
  )
}

/** The list left and the map right; on a phone the map is above the list. */
export function MapPage({ children, map, mapLabel }: MapPageProps) {
  return (
    <div data-layout="map">
      <section data-layout="map-side" aria-label={mapLabel}>
        {map}
      </section>
      <main id="main" tabIndex={-1} {...domStyle(useStyles().page)} style={{ paddingInline: 16 }}>
        {children}
      </main>
    </div>
  )
}

export function Shell({ sidebar, sidebarLabel, children }: ShellProps) {
  return (
    <div data-layout="shell">
      <nav data-layout="sidebar" aria-label={sidebarLabel}>
        {sidebar}
      </nav>
      {children}
    </div>
  )
}

/** Cards in as many columns as there is room for. */
export function Grid({ label, children }: GridProps) {
  return (
    <ul data-layout="grid" data-plain="" aria-label={label}>
      {Children.map(children, (child) => (
        <li style={{ display: 'grid' }}>{child}</li>
      ))}
    </ul>
  )
}

/** The main action: at the bottom of a phone, within the thumb's reach, else in its place on the page. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <div data-layout="action-bar">{children}</div>
}

export function OnlyWide({ children }: { children: ReactNode }) {
  return <div data-only="wide">{children}</div>
}

export function OnlyNarrow({ children }: { children: ReactNode }) {
  return <div data-only="narrow">{children}</div>
}
