import { useEffect, useId, useSyncExternalStore, type ReactNode } from 'react'
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

/** Where one place that is loading takes over from another. */
const takenOverMs = 1_000

/** How many places are loading now, or were a moment ago, and which was the first. */
let loading = 0
let first: string | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function begin(id: string) {
  loading += 1
  if (loading === 1) first = id
  for (const listener of listeners) listener()
  return () => void setTimeout(() => (loading -= 1), takenOverMs)
}

/** The first place that is loading speaks for all that load at the same time, and for those that follow at once. */
function useSpeaksForAll(): boolean {
  const id = useId()
  useEffect(() => begin(id), [id])
  return useSyncExternalStore(
    subscribe,
    () => first === id,
    () => false,
  )
}

/** Screen readers read the label once, however many places are loading, and none of the skeletons. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  const isRead = useSpeaksForAll()
  const text = <VisuallyHidden>{label}</VisuallyHidden>
  return (
    <View aria-busy>
      <View {...live.status}>{isRead && text}</View>
      {!isRead && text}
      <View aria-hidden>{children}</View>
    </View>
  )
}
