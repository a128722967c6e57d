import { Children, type ReactNode } from 'react'
import { ScrollView, View } from 'react-native'
import { Row } from '../stack'
import { space } from '../theme/theme'
import { themed } from '../theme/themed'
import type { ColumnsProps, GridProps, MapPageProps, PageProps, ShellProps, TopBarProps } from './props'

const useStyles = themed((c) => ({
  screen: { flex: 1, backgroundColor: c.page },
  page: {
    padding: space.lg,
    paddingBottom: space.vast,
    gap: space.xl,
    width: '100%',
    maxWidth: 720,
    alignSelf: 'center',
  },
  bar: { padding: space.lg, borderBottomWidth: 1, borderColor: c.line, backgroundColor: c.page },
  map: { height: '42%' },
  column: { gap: space.xl },
  actions: { padding: space.lg, borderTopWidth: 1, borderColor: c.line, backgroundColor: c.page },
}))

/** There is nothing to skip on a phone. */
export function SkipLink(_: { label: string }) {
  return null
}

export function TopBar({ name, brand, children, actions }: TopBarProps) {
  return (
    <View role="banner" aria-label={name} style={useStyles().bar}>
      <Row justify="between">
        {brand}
        {children}
        {actions}
      </Row>
    </View>
  )
}

export function Page({ children }: PageProps) {
  const styles = useStyles()
  return (
    <ScrollView
      role="main"
      style={styles.screen}
      contentContainerStyle={styles.page}
      keyboardShouldPersistTaps="handled"
      automaticallyAdjustKeyboardInsets
    >
      {children}
    </ScrollView>
  )
}

export function Columns({ children, aside }: ColumnsProps) {
  return (
    <View style={useStyles().column}>
      {children}
      {aside}
    </View>
  )
}

export function MapPage({ children, map, mapLabel }: MapPageProps) {
  const styles = useStyles()
  return (
    <View style={styles.screen}>
      <View role="region" aria-label={mapLabel} style={styles.map}>
        {map}
      </View>
      <Page>{children}</Page>
    </View>
  )
}

export function Shell({ sidebar, sidebarLabel, children }: ShellProps) {
  return (
    <View style={useStyles().screen}>
      <View role="navigation" aria-label={sidebarLabel}>
        {sidebar}
      </View>
      {children}
    </View>
  )
}

export function Grid({ label, children }: GridProps) {
  return (
    <View role="list" aria-label={label} style={useStyles().column}>
      {Children.map(children, (child) => (
        <View role="listitem">{child}</View>
      ))}
    </View>
  )
}

export function ActionBar({ children }: { children: ReactNode }) {
  return <View style={useStyles().actions}>{children}</View>
}

/** A phone is always narrow. */
export function OnlyWide(_: { children: ReactNode }) {
  return null
}

export function OnlyNarrow({ children }: { children: ReactNode }) {
  return <>{children}</>
}
