import type { ReactNode } from 'react'
import { View, type DimensionValue } from 'react-native'
import { live } from './live'
import { VisuallyHidden } from './visually-hidden'
import { radius as corners, lineHeights, space, fontSizes } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed((c) => ({
  skeleton: { backgroundColor: c.sunken, borderRadius: corners.control },
  text: { gap: space.sm },
  card: {
    borderRadius: corners.card,
    borderWidth: 1,
    borderColor: c.line,
    backgroundColor: c.surface,
    overflow: 'hidden',
  },
  picture: { aspectRatio: 4 / 3, borderRadius: 0 },
  body: { padding: space.lg, gap: space.md },
}))

const animated = { dataSet: { skeleton: '' } }

type SkeletonProps = { width?: DimensionValue; height: number; round?: boolean }

export function Skeleton({ width = '100%', height, round }: SkeletonProps) {
  return (
    <View {...animated} style={[useStyles().skeleton, { width, height }, round && { borderRadius: corners.full }]} />
  )
}

/** The place of a text that is loading; its last line is shorter. */
export function SkeletonText({ lines = 1, size = 'body' }: { lines?: number; size?: keyof typeof fontSizes }) {
  const height = Math.round(fontSizes[size] * lineHeights.text) - space.sm
  return (
    <View style={useStyles().text}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={height} width={line === lines - 1 ? '62%' : '100%'} />
      ))}
    </View>
  )
}

/** The place of a `Card` with a picture that is loading, with its measures. */
export function SkeletonCard({ lines = 3 }: { lines?: number }) {
  const styles = useStyles()
  return (
    <View style={styles.card}>
      <View {...animated} style={[styles.skeleton, styles.picture]} />
      <View style={styles.body}>
        <SkeletonText lines={lines} />
      </View>
    </View>
  )
}

/** Screen readers read the label once, and none of the skeletons. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View aria-busy>
      <View {...live.status}>
        <VisuallyHidden>{label}</VisuallyHidden>
      </View>
      <View aria-hidden>{children}</View>
    </View>
  )
}
